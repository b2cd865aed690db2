BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('stride_0001');
CREATE TABLE answer (
	athlete_id TEXT NOT NULL,
	request_id TEXT NOT NULL,
	answer TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_answer PRIMARY KEY (athlete_id, request_id),
	CONSTRAINT fk_answer_athlete FOREIGN KEY(athlete_id) REFERENCES athlete (id) ON DELETE CASCADE
);
INSERT INTO "answer" VALUES('ann','r1','{"say": "Zwölf!"}',1760000000000);
CREATE TABLE athlete (
	id TEXT NOT NULL,
	name TEXT,
	time_zone TEXT,
	created_at BIGINT NOT NULL,
	consented_at BIGINT,
	notes TEXT NOT NULL,
	CONSTRAINT pk_athlete PRIMARY KEY (id)
);
INSERT INTO "athlete" VALUES('ann','Ann','Europe/Oslo',1760000000000,1760000000005,'{"verbosity": "brief"}');
INSERT INTO "athlete" VALUES('bob',NULL,NULL,1760000000006,NULL,'{}');
CREATE TABLE channel_identity (
	athlete_id TEXT NOT NULL,
	channel TEXT NOT NULL,
	external_id TEXT NOT NULL,
	CONSTRAINT pk_channel_identity PRIMARY KEY (athlete_id, channel, external_id),
	CONSTRAINT uq_channel_identity_channel_external_id UNIQUE (channel, external_id),
	CONSTRAINT fk_channel_identity_athlete FOREIGN KEY(athlete_id) REFERENCES athlete (id) ON DELETE CASCADE
);
INSERT INTO "channel_identity" VALUES('ann','laptop','Ann');
INSERT INTO "channel_identity" VALUES('ann','alexa','kitchen');
INSERT INTO "channel_identity" VALUES('bob','alexa','hall');
CREATE TABLE fact (
	athlete_id TEXT NOT NULL,
	session_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	at BIGINT NOT NULL,
	body TEXT NOT NULL,
	CONSTRAINT pk_fact PRIMARY KEY (athlete_id, session_id, number),
	CONSTRAINT uq_fact_id UNIQUE (id),
	CONSTRAINT fk_fact_session FOREIGN KEY(athlete_id, session_id) REFERENCES session (athlete_id, id) ON DELETE CASCADE
);
INSERT INTO "fact" VALUES('ann','s1',1,'fact-1','set_logged',1760000000001,'{"reps": 8}');
INSERT INTO "fact" VALUES('ann','s1',2,'fact-2','set_logged',1760000000002,'{"reps": 7}');
CREATE TABLE heard (
	athlete_id TEXT NOT NULL,
	session_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	at BIGINT NOT NULL,
	event TEXT NOT NULL,
	CONSTRAINT pk_heard PRIMARY KEY (athlete_id, session_id, number),
	CONSTRAINT fk_heard_session FOREIGN KEY(athlete_id, session_id) REFERENCES session (athlete_id, id) ON DELETE CASCADE
);
INSERT INTO "heard" VALUES('ann','s1',1,1760000000001,'{"kind": "done"}');
CREATE TABLE link_code (
	athlete_id TEXT NOT NULL,
	code TEXT NOT NULL,
	until BIGINT NOT NULL,
	CONSTRAINT pk_link_code PRIMARY KEY (athlete_id, code),
	CONSTRAINT uq_link_code_code UNIQUE (code),
	CONSTRAINT fk_link_code_athlete FOREIGN KEY(athlete_id) REFERENCES athlete (id) ON DELETE CASCADE
);
INSERT INTO "link_code" VALUES('ann','4711',1760000900000);
CREATE TABLE session (
	athlete_id TEXT NOT NULL,
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	status TEXT NOT NULL,
	version INTEGER NOT NULL,
	opened_at BIGINT NOT NULL,
	changed_at BIGINT NOT NULL,
	workout TEXT NOT NULL,
	state TEXT NOT NULL,
	aired TEXT NOT NULL,
	CONSTRAINT pk_session PRIMARY KEY (athlete_id, id),
	CONSTRAINT fk_session_athlete FOREIGN KEY(athlete_id) REFERENCES athlete (id) ON DELETE CASCADE
);
INSERT INTO "session" VALUES('ann','s1','2025-10-09','partial',2,1760000000000,1760000000009,'{"blocks": []}','{"kind": "finished"}','[]');
INSERT INTO "session" VALUES('bob','s2','2025-10-10','open',1,1760086400000,1760086400001,'{"blocks": []}','{"kind": "resting"}','[]');
CREATE INDEX ix_session_athlete_id_opened_at_id ON session (athlete_id, opened_at, id);
CREATE INDEX ix_answer_athlete_id_at ON answer (athlete_id, at);
COMMIT;
