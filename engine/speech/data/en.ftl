### What the coach says, in English that sounds the same in London and in Chicago.
###
### Everything here is spoken: words only, no digits, symbols, parentheses or "see".
###
### A phrase is a message with nothing but attributes. ".a", ".b", ".c" and so on are its ways of
### saying it, used in turn; ".brief-a" and so on replace them when the athlete wants fewer words,
### ".tones-a" when ticks do the counting. Where the terser ones are missing the fuller ones are
### said. { "" } means: left unsaid.
###
### An argument is written { $name } and arrives as words. Exercises also come as { $name-many },
### their plural. { $and-name } is a comma and the argument, or nothing if there is none today.
### { $name-count -> … } chooses a plural form by a number; it is never for saying.

## The briefing

first_use =
    .a = A word before we begin. I plan your exercises, and I count them with you. I am not a doctor, and I cannot see you. If you have a health condition, are pregnant, have been told to limit exercise, or are unsure, please talk to a health professional first. You can say stop at any time. By saying ready, you tell me that all this is fine with you.
safety_note =
    .a = If anything hurts, stop moving and tell me. You can say stop at any time.
    .b = Your body has the last word. When something hurts, stop and tell me where.
brief =
    .a = Today we have { $minutes } of { $focus }, with { $exercises }.
    .b = Here is today's session: { $focus } for { $minutes }. You will do { $exercises }.
    .c = On today's plan: { $minutes } of { $focus }. That means { $exercises }.
    .brief-a = { $focus }, { $minutes }: { $exercises }.
brief_why =
    .a = I chose it because { $reason }.
    .b = Why this one? Because { $reason }.
    .c = It suits today because { $reason }.
    .brief-a = { "" }
brief_gear =
    .a = Please have { $gear } within reach.
    .b = You will need { $gear } today.
    .c = Before we begin, fetch { $gear }.
    .brief-a = You need { $gear }.
brief_no_gear =
    .a = You need no weights. Have a wall, a sturdy chair and some floor at hand.
    .b = No weights today, just a wall, a sturdy chair and a soft patch of floor.
    .brief-a = No weights.
brief_first =
    .a = First we warm up, and then come { $exercise-many }.
    .b = After the warm-up we begin with { $exercise-many }.
    .brief-a = First, { $exercise-many }.
ask_ready =
    .a = Say ready when you want to start.
    .b = Are you ready?
    .c = Tell me when you're ready.
    .d = Ready to start?
ask_ready_again =
    .a = Just say ready, and we start.
    .b = Take your time, and say ready when you are.
    .c = I'm waiting for you. Say ready to begin.
    .brief-a = Say ready to begin.
begin =
    .a = Good. Let's go.
    .b = Here we go.
    .c = Off we go.
    .d = Right, let's start.
    .brief-a = Let's go.
warm_up =
    .a = First we warm up. Keep it easy.
    .b = Warm-up first. Move lightly, and breathe.
    .c = Let's warm up, nice and loose.
    .brief-a = Warm-up.
cool_down =
    .a = The work is done. Now we cool down.
    .b = Time to cool down. Let your breath slow.
    .c = Only the cool-down is left. Take it easy.
    .brief-a = Cool-down.
move =
    .a = { $exercise }, { $span }.
    .b = Now { $exercise-many }, for { $span }.
    .c = { $span } of { $exercise-many }.
    .brief-a = { $exercise }.

## Each set

announce =
    .a = { $exercise }. { $of-count ->
        [one] One set,
       *[other] Set { $set } of { $of },
    } { $amount }{ $and-side }{ $and-load }.
    .b = Now { $exercise-many }. { $of-count ->
        [one] One set:
       *[other] Set { $set } of { $of }:
    } { $amount }{ $and-side }{ $and-load }.
    .c = On to { $exercise-many }. { $of-count ->
        [one] There is one set,
       *[other] This is set { $set } of { $of },
    } { $amount }{ $and-side }{ $and-load }.
    .d = Time for { $exercise-many }. { $of-count ->
        [one] Only one set,
       *[other] Set { $set } of { $of },
    } { $amount }{ $and-side }{ $and-load }.
    .brief-a = { $exercise }, { $amount }{ $and-side }{ $and-load }.
announce_again =
    .a = { $exercise } again. Set { $set } of { $of }, { $amount }{ $and-side }{ $and-load }.
    .b = Now { $exercise-many } again. Set { $set } of { $of }: { $amount }{ $and-side }{ $and-load }.
    .c = { $exercise-many } once more. Set { $set } of { $of }, { $amount }{ $and-side }{ $and-load }.
    .brief-a = { $exercise }, { $amount }{ $and-side }{ $and-load }.
announce_same =
    .a = Set { $set } of { $of }, { $amount }{ $and-side }{ $and-load }.
    .b = Same again. Set { $set } of { $of }: { $amount }{ $and-side }{ $and-load }.
    .c = Now set { $set } of { $of }, { $amount }{ $and-side }{ $and-load }.
    .d = Here comes set { $set } of { $of }: { $amount }{ $and-side }{ $and-load }.
    .brief-a = Set { $set }, { $amount }{ $and-side }{ $and-load }.
last_set =
    .a = Last set, { $amount }{ $and-side }{ $and-load }.
    .b = This is the last one: { $amount }{ $and-side }{ $and-load }.
    .c = One set to go, { $amount }{ $and-side }{ $and-load }.
choose_load =
    .a = Choose a weight that you could lift for { $amount } and not many more.
    .b = Take a weight you trust yourself to lift for { $amount }.
    .c = Pick a weight that { $amount } would make hard, but not impossible.
    .brief-a = Choose a weight you could lift for { $amount }.
get_ready =
    .a = Get ready.
    .b = Take your place.
    .c = Here it comes.
    .d = Into position.
listen_first =
    .a = Listen first, and stay relaxed until I say go.
    .b = Just listen for now. You begin when I say go.
    .brief-a = Wait until I say go.
switch_sides =
    .a = Switch sides. Now your { $side }.
    .b = Other side now, your { $side }.
    .c = Change over to your { $side }.
    .brief-a = Now your { $side }.
go_on_from =
    .a = Back to { $exercise-many }. We count on from { $number }.
    .b = { $exercise-many } again, counting on from { $number }.
    .brief-a = On from { $number }.
go_on_hold =
    .a = Back to { $exercise-many }, { $span } to go.
    .b = { $exercise-many } again, with { $span } to go.
    .brief-a = { $span } to go.
rest =
    .a = Rest, { $span }.
    .b = Rest for { $span }.
    .c = Take a rest, { $span }.
    .d = { $span } of rest.
    .e = Now rest. You have { $span }.
    .brief-a = Rest, { $span }.
change =
    .a = Short breather.
    .b = Shake it out and change over.
    .c = Breathe, and get set for the next one.
    .brief-a = { "" }
logged =
    .a = { $amount }, noted.
    .b = That makes { $amount }.
    .c = I have { $amount } in the log.
    .d = { $amount } done.
    .brief-a = { $amount }.
next_up =
    .a = Next up, { $exercise-many }.
    .b = After this, { $exercise-many }.
    .c = Coming next, { $exercise-many }.
    .brief-a = Next, { $exercise-many }.
next_up_set =
    .a = Next up, another set of { $exercise-many }.
    .b = After this, more { $exercise-many }.
    .c = Then it's set { $set } of { $exercise-many }.
    .brief-a = Next, { $exercise-many }, set { $set }.
praise =
    .a = Nice work.
    .b = Well done.
    .c = Good, steady work.
    .d = That is another one done.
    .e = You're doing well.
    .f = Good effort.
    .g = That all counts.
    .brief-a = { "" }

## Counting

number =
    .a = { $n }
    .tones-a = { "" }
phase =
    .a = { $word }
    .tones-a = { "" }
last_three =
    .a = Last three.
    .b = Three to go.
    .c = Three more.
    .tones-a = { "" }
halfway =
    .a = Halfway.
    .b = Half done.
    .tones-a = { "" }
hold_start =
    .a = Go.
    .b = And go.
    .c = Start now.
hold_halfway =
    .a = Halfway.
    .b = Half the time is done.
    .brief-a = Halfway.
    .tones-a = { "" }
hold_left =
    .a = { $span } left.
    .b = { $span } to go.
    .c = { $span } more.
    .tones-a = { "" }
ten_seconds =
    .a = Ten seconds.
    .b = Ten seconds left.
    .c = Ten more seconds.
    .brief-a = Ten seconds.
rest_halfway =
    .a = Half of your rest is over.
    .b = You are halfway through your rest.
    .brief-a = { "" }

## Questions

ask_reps =
    .a = How many did you do?
    .b = How many { $exercise-many } was that?
    .c = What was your number?
    .d = How many did you get?
    .brief-a = How many?
ask_done =
    .a = Are you done with your { $exercise-many }? Say done, or how many you did.
    .b = Did you finish? Say done, or give me your number.
    .c = That set should be over. Say done, or tell me how many.
    .brief-a = Done, or how many?
ask_hold_done =
    .a = Did you hold it to the end? Say done, or how many seconds.
    .b = The time is up. Say done, or tell me how many seconds you held it.
    .c = Is your hold over? Say done, or the seconds you managed.
    .brief-a = Done, or how many seconds?
ask_effort =
    .a = How was that: too easy, just right, or too hard?
    .b = How did the { $exercise-many } feel: too easy, just right, or too hard?
    .c = Tell me about those { $exercise-many }. Too easy, just right, or too hard?
    .d = Were your { $exercise-many } too easy, just right, or too hard?
    .brief-a = Too easy, just right, or too hard?
ask_effort_round =
    .a = How was it on the whole: too easy, just right, or too hard?
    .b = Thinking back over the rounds: too easy, just right, or too hard?
    .c = All in all, was that too easy, just right, or too hard?
    .brief-a = Too easy, just right, or too hard?
ask_pain_place =
    .a = I'm sorry to hear that. Where does it hurt?
    .b = Sorry about that. Which part of your body is it?
    .c = Thank you for telling me. Where is the pain?
    .brief-a = Where does it hurt?
ask_pain_level =
    .a = How bad is { $place } on a scale from zero, no pain, to ten, the worst?
    .b = Give { $place } a number, from zero for no pain to ten for the worst pain.
    .c = From zero to ten, how much does { $place } hurt?
    .brief-a = How bad, from zero to ten?
ask_start_over =
    .a = Do you want to start from the beginning? Yes or no?
    .b = Shall I start the session over? Say yes or no.
    .c = Back to the very start, yes or no?
# Asked again after an answer as well as after something that was not understood.
ask_again_reps =
    .a = So, how many did you do?
    .b = How many was it? Just say the number.
    .c = And what was your number?
    .brief-a = So, how many?
ask_again_effort =
    .a = So, too easy, just right, or too hard?
    .b = Just say too easy, just right, or too hard.
    .c = Was it too easy, just right, or too hard?
ask_again_pain_place =
    .a = So, where does it hurt? Name one place, such as knee or calf.
    .b = Which part of your body hurts?
    .c = Just name the place that hurts.
ask_again_pain_level =
    .a = So, how bad is it, from zero, no pain, to ten, the worst?
    .b = Just give me a number from zero to ten.
    .c = How much does it hurt, from zero to ten?
ask_again_yes_no =
    .a = So, yes or no?
    .b = Just say yes or no.
    .c = Is that a yes or a no?

## Answers

today =
    .a = Today is { $focus } for { $minutes }, with { $exercises }.
    .b = You have { $minutes } of { $focus } today: { $exercises }.
    .c = Today's session is { $minutes } of { $focus }, with { $exercises }.
why =
    .a = Because { $reason }.
    .b = I picked it because { $reason }.
next_session =
    .a = Your next session is { $day }.
    .b = We train again { $day }.
next_session_open =
    .a = Your next session has no day yet, so take it whenever you feel rested.
    .b = No day is set, so the next session is up to you.
session_open =
    .a = You are in the middle of a session already.
    .b = Your session is already under way.
time_left_rest =
    .a = { $span } of rest left, and about { $total } in all.
    .b = You can rest for { $span }, and the whole session has about { $total } to go.
    .brief-a = { $span } of rest, about { $total } in all.
time_left_set =
    .a = { $span } left in this set, and about { $total } in all.
    .b = This set has { $span } to go, and the whole session about { $total }.
    .brief-a = { $span } in this set, about { $total } in all.
time_left =
    .a = About { $total } to go.
    .b = You have about { $total } left.
    .brief-a = About { $total }.
rest_over =
    .a = Your rest is over, and it's time for { $exercise-many }.
    .b = No rest left. It's time for { $exercise-many }.
    .brief-a = Your rest is over.
sets_left =
    .a = You have { $amount } left.
    .b = { $amount } to go.
sets_left_exercise =
    .a = { $amount } of { $exercise-many } left, and { $total } in all.
    .b = You have { $amount } of { $exercise-many } to go, and { $total } in the whole session.
    .brief-a = { $amount } here, { $total } in all.
whats_next =
    .a = Next up, { $exercise-many }, { $amount }.
    .b = After this you do { $exercise-many }, { $amount }.
    .brief-a = { $exercise-many }, { $amount }.
whats_next_move =
    .a = Next up, { $exercise-many }.
    .b = After this you do { $exercise-many }.
    .brief-a = { $exercise-many }.
whats_next_end =
    .a = Nothing more. This is the end of the session.
    .b = That's all. Nothing comes after this.
where =
    .a = You are on { $exercise-many }, set { $set } of { $of }{ $and-side }.
    .b = This is set { $set } of { $of } of { $exercise-many }{ $and-side }.
    .brief-a = { $exercise-many }, set { $set } of { $of }{ $and-side }.
where_move =
    .a = You are on { $exercise-many }.
    .b = Right now it's { $exercise-many }.
    .brief-a = { $exercise-many }.
where_rest =
    .a = You are resting, and next up are your { $exercise-many }.
    .b = This is a rest. After it you do { $exercise-many }.
    .brief-a = Resting before { $exercise-many }.
where_briefing =
    .a = We have not started yet. Today you do { $exercises }.
    .b = We are still before the start. On the plan are { $exercises }.
    .brief-a = Before the start. { $exercises } today.
repeat_set =
    .a = { $exercise }, { $amount }{ $and-side }{ $and-load }.
    .b = It's { $exercise-many }: { $amount }{ $and-side }{ $and-load }.
    .c = I said { $exercise-many }, { $amount }{ $and-side }{ $and-load }.
help_idle =
    .a = You can say start my session, what is today's session, when do I train next, or who are you.
help_briefing =
    .a = Say ready to begin, or ask why this one, how long it takes, or what comes first. Say stop to leave it.
help_preparing =
    .a = You can say next to begin at once, explain, swap it, or skip this one.
help_working =
    .a = Say done when you finish, or how many you did. You can also say pause, slower, or stop.
help_resting =
    .a = You can say next to end the rest, more rest, what's next, or how long left. A number corrects your last set.
help_asking_reps =
    .a = Tell me how many you did, say done for all of them, or say I couldn't finish.
help_asking_effort =
    .a = Say too easy, just right, or too hard. If something hurts, tell me where.
help_asking_pain_place =
    .a = Name one place, such as knee, calf, hip, or lower back. If nothing hurts, say never mind.
help_asking_pain_level =
    .a = Say a number. Zero is no pain, three is mild, five is bad enough to stop, and ten is the worst.
help_asking_yes_no =
    .a = Say yes, no, or never mind.
help_paused =
    .a = Say resume to go on, how long left, where am I, or stop to end here.
help_finished =
    .a = You can say when do I train next, start my session, or, if you stopped early, resume.
about =
    .a = I am Strong Stride, a strength coach for runners. I plan short sessions around your runs, count with you, and remember what you did.
    .b = My name is Strong Stride. I coach strength for runners: I plan, I count, and I keep your log.
medical =
    .a = I can't advise on that, but a health professional can.
    .b = That is a question for a health professional, not for me.
unknown =
    .a = Sorry, I didn't catch that. Could you say it again?
    .b = I missed that. Please say it once more.
    .c = Sorry, one more time?
    .d = That went past me. Try again, or say help.
    .brief-a = Sorry, again please?
unknown_working =
    .a = Sorry, say that again?
    .b = I missed that. Once more?
    .c = Again, please?
    .d = Didn't catch that. Again?
unknown_idle =
    .a = Sorry, I didn't catch that. You can say start my session, or help.
    .b = I missed that. Try start my session, or say help.
    .c = Sorry, could you say that again? Help tells you what I know.
no_session =
    .a = There is no session running. Say start my session to begin one.
    .b = We are not in a session. To begin, say start my session.
    .brief-a = No session is running.
already_finished =
    .a = That session is over already.
    .b = We have finished that session.
nothing_open =
    .a = There is no session to go on with. Say start my session for a new one.
    .b = I have nothing open for you. To begin, say start my session.
    .brief-a = No session is open.
not_now =
    .a = That does not fit here. Say help to hear what does.
    .b = I can't do that right now. Ask for help to hear what I can.
known_exercise_only =
    .a = I don't know an exercise by that name.
    .b = That exercise is not one of mine.

## Changes on the way

paused =
    .a = Paused. Say resume when you want to go on.
    .b = Okay, I'll wait. Say resume to go on.
    .c = On hold. Resume is the word to go on.
    .brief-a = Paused.
still_paused =
    .a = We are still on pause. Say resume to go on.
    .b = Still paused. Whenever you like, say resume.
    .brief-a = Still paused. Say resume.
resumed =
    .a = On we go.
    .b = Good, let's carry on.
    .c = Back to work.
    .d = And we're back.
    .brief-a = On we go.
not_paused =
    .a = We are not on pause.
    .b = Nothing is paused.
stopped =
    .a = Okay, we stop here. I have kept { $sets }.
    .b = Stopped. { $sets } in the log.
stopped_early =
    .a = Okay, we stop here. There is nothing to log yet.
    .b = Stopped before the first set was done. Come back whenever you like.
reopened =
    .a = I have opened your session again. We go on with { $exercise-many }.
    .b = Your session goes on, at { $exercise-many }.
skipped =
    .a = We skip { $exercise-many } today.
    .b = Okay, no { $exercise-many } today.
    .c = Leaving out { $exercise-many }.
swapped =
    .a = Instead of { $old-many }, we do { $new-many }.
    .b = Let's swap { $old-many } for { $new-many }.
    .c = Okay, { $new-many } in place of { $old-many }.
swapped_missing =
    .a = Without { $gear } we do { $new-many } instead.
    .b = Then we do without { $gear }. It's { $new-many } in place of { $old-many }.
no_swap =
    .a = I have nothing that could stand in for { $exercise-many }. You can say skip.
    .b = There is no good swap for { $exercise-many } today. You can say skip.
no_easier =
    .a = I have nothing easier than { $exercise-many }.
    .b = There is no easier step than { $exercise-many }.
no_harder =
    .a = I have nothing harder than { $exercise-many } for you today.
    .b = There is no harder step than { $exercise-many } for now.
easier =
    .a = Let's make it easier, with { $new-many }.
    .b = An easier one, then: { $new-many }.
    .c = We step down to { $new-many }.
harder =
    .a = Let's make it harder, with { $new-many }.
    .b = A harder one, then: { $new-many }.
    .c = We step up to { $new-many }.
not_in_session =
    .a = Today's session has no { $exercise-many }.
    .b = I can't find { $exercise-many } in today's session.
back_to =
    .a = Back to { $exercise-many }, set { $set }.
    .b = Let's redo { $exercise-many }, set { $set }.
first_already =
    .a = This is the very first step.
    .b = There is nothing before this one.
more_rest =
    .a = Okay, { $span } more.
    .b = You get { $span } on top.
    .c = { $span } more rest.
    .brief-a = { $span } more.
less_rest =
    .a = Okay, { $span } less.
    .b = I take off { $span }.
    .c = { $span } less rest.
    .brief-a = { $span } less.
rest_cut =
    .a = No more rest, then.
    .b = Okay, on with it.
    .c = Rest over.
    .brief-a = Rest over.
no_rest_now =
    .a = You are not resting right now.
    .b = There is no rest to change right now.
slower =
    .a = I'll count more slowly.
    .b = Slower from here.
    .brief-a = Slower.
faster =
    .a = I'll count a little faster.
    .b = Faster from here.
    .brief-a = Faster.
slowest =
    .a = That is as slowly as I count.
    .b = I can't count any slower.
fastest =
    .a = That is as fast as I count.
    .b = I can't count any faster.
verbosity_full =
    .a = Okay, I'll explain more.
    .b = More words from now on.
verbosity_brief =
    .a = Okay, I'll say less.
    .b = Fewer words from now on.
verbosity_tones =
    .a = Just ticks from now on, and words where you need them.
    .b = Okay, I'll tick instead of counting.
effort_noted =
    .a = Good to know.
    .b = Thanks, noted.
    .c = Got it.
    .d = Okay, I'll remember that.
    .brief-a = Noted.
effort_easy_noted =
    .a = Easy, noted. We build on that next time.
    .b = Good. I'll plan for more next time.
    .c = Noted as easy. You'll get more to do soon.
    .brief-a = Noted as easy.
lowered =
    .a = Okay, we bring { $exercise-many } down to { $amount }.
    .b = Then { $amount } will do for { $exercise-many } from here.
    .c = That was a lot. From here, { $amount }.
    .brief-a = Down to { $amount }.
lowered_load =
    .a = Okay, we go lighter on { $exercise-many }: { $load }.
    .b = Let's ease the weight for { $exercise-many }. From here, { $load }.
    .brief-a = Lighter: { $load }.
raised =
    .a = Good, then { $exercise-many } go up to { $amount }.
    .b = Let's add a little: { $exercise-many }, { $amount } from here.
    .brief-a = Up to { $amount }.
at_top =
    .a = That is the top of the range for { $exercise-many }. We build on it next time.
    .b = Your { $exercise-many } are as far up as they go today. More next time.
    .brief-a = That is the top for today.
stepped_down =
    .a = Let's trade { $old-many } for { $new-many }, which are easier.
    .b = Too hard, so we step down from { $old-many } to { $new-many }.
    .brief-a = Down to { $new-many }.
at_bottom =
    .a = I have nothing easier than { $exercise-many }, so do only as many clean ones as you can.
    .b = It gets no easier than { $exercise-many }. Take it slowly, and end the set when you need to.
    .brief-a = That is the easiest I have. Do what you can.
said =
    .a = { $amount }, thank you.
    .b = { $amount }, got it.
    .c = I put down { $amount }.
    .d = Okay, { $amount }.
    .brief-a = { $amount }.
corrected =
    .a = Changed to { $amount } for { $exercise-many }.
    .b = Okay, { $exercise-many }: { $amount } it is.
    .c = I've changed that to { $amount }.
    .brief-a = Changed to { $amount }.
corrected_load =
    .a = Changed for { $exercise-many }: { $load }.
    .b = Okay, { $exercise-many }, { $load }.
    .brief-a = Changed: { $load }.
nothing_to_correct =
    .a = There is no set to change yet.
    .b = I have no set in the log to change.
undone =
    .a = Taken back: { $exercise-many }, { $amount }.
    .b = I've taken { $exercise-many }, { $amount }, out of the log.
    .brief-a = Taken back.
nothing_to_undo =
    .a = There is nothing to undo.
    .b = I have nothing to take back.
started_over =
    .a = From the top, then.
    .b = Okay, back to the very start.
kept =
    .a = Okay, we carry on.
    .b = Good, everything stays as it is.

## Safety. The meaning is fixed: change the words with care, and leave nothing out.

pain_small =
    .a = Okay. Keep the movement smaller and slower, and tell me if the pain grows.
    .b = Then move slowly and through a smaller range. If it gets worse, tell me.
pain_swap =
    .a = Let's leave { $old-many } alone today. We switch to { $new-many }. If they hurt as well, tell me.
pain_drop =
    .a = Let's leave { $exercise-many } alone today. We go on with what does not hurt.
pain_region =
    .a = Then stop now. No more work for { $place } today. If it is severe, or swollen, or you can't use it as normal, have it checked.
pain_bone =
    .a = That can be a bone problem. Please do not jump or run on it until a health professional has checked it.
pain_end =
    .a = We end the session here, to be on the safe side. What you have done is kept.
pain_noted =
    .a = Thank you for telling me. I have noted { $place }, and we will be careful with it.
    .b = I have noted { $place }, so we go gently there. Tell me when it's fine again.
pain_gone =
    .a = Good to hear. I no longer plan around { $place }.
    .b = I'm glad. I'll stop sparing { $place }, so take it gently at first.
pain_gone_all =
    .a = Good to hear. I no longer plan around any pain.
    .b = I'm glad. I'll stop sparing the sore places, so take it gently at first.
set_stopped =
    .a = Stop there. This set is over.
    .b = Okay, stop the set.
emergency =
    .a = Please stop now and sit down. This can be serious. Call your local emergency number, or have someone near you call it. I cannot make the call for you.
dizzy =
    .a = Stop, and sit or lie down. Breathe slowly, and take small sips of water. If it does not pass within a few minutes, or if your chest hurts or you feel faint, get medical help.
winded =
    .a = Rest until you can speak a whole sentence without gasping.
    .b = Take a rest, and wait until a full sentence comes easily.
ill =
    .a = Then we do not train today. Rest, and come back once you have been well, and without a fever, for a full day.
pregnancy_sign =
    .a = Please stop now, and call your maternity care provider right away.
clearance_needed =
    .a = Before we train, please check with a health professional. When you have been cleared, tell me: my doctor says I can train.
cleared =
    .a = Thank you. I have noted that a health professional has cleared you. To begin, say start my session.
not_blocked =
    .a = I had no pain noted, so nothing changes.
    .b = Nothing was being held back, so we go on as planned.

## The end

summary =
    .a = That was the session: { $sets } in { $minutes }.
    .b = You trained for { $minutes } and did { $sets }.
    .c = All over. { $minutes }, { $sets }.
summary_best =
    .a = Your best today was { $exercise-many }, with { $amount }.
    .b = The one to be proud of: { $exercise-many }, { $amount }.
    .brief-a = Best: { $exercise-many }, { $amount }.
summary_up =
    .a = Next time we go for { $amount } in { $exercise-many }.
    .b = Something goes up next time: { $exercise-many }, to { $amount }.
    .brief-a = Next time: { $exercise-many }, { $amount }.
summary_none =
    .a = There were no sets to log this time.
    .b = No sets today, and that is fine.
    .brief-a = No sets logged.
next_day =
    .a = Your next session is { $day }.
    .b = We meet again { $day }.
goodbye =
    .a = Enjoy your next run.
    .b = Until next time.
    .c = Well done today. Goodbye.
    .brief-a = Goodbye.
left_open_closed =
    .a = I have closed the session you left open, and kept { $sets }.
    .b = Your last session is closed now, with { $sets } in the log.

## Said by the service or a channel

lost_place =
    .a = Sorry, I lost track for a moment. Say resume, and we go on.
log_at_risk =
    .a = I can't write to your log at the moment. We can go on, but today's sets may be lost.
teach_alexa =
    .a = If you want to interrupt me, start with the word Alexa.
welcome =
    .a = Welcome to Strong Stride.
    .b = Hello, this is Strong Stride.
    .c = Good to have you here.
welcome_back =
    .a = Welcome back. Your session is open, at { $exercise-many }.
    .b = Good to have you back. We were at { $exercise-many }.
link_done =
    .a = Done. From now on we share one log, here and on your computer.
link_unknown =
    .a = I don't know that code. Please check it, and say it again.
ready_to_go_on =
    .a = Say ready when you want to go on.
    .b = Ready for more?
    .c = Tell me when you're ready to go on.
    .brief-a = Ready?

## Pieces, which the arguments of the phrases are made of

# A further detail after a comma.
and-more = , { $detail }

side-left = left side
side-right = right side
side-both = both sides

place-knee = your knee
place-achilles = your Achilles tendon
place-calf = your calf
place-ankle = your ankle
place-foot = your foot
place-shin = your shin
place-bone = that bone
place-hip = your hip
place-hamstring = your hamstring
place-lower_back = your lower back
place-shoulder = your shoulder
place-wrist = your wrist
place-neck = your neck
place-other = that spot

gear-band = a band
gear-dumbbell = dumbbells
gear-kettlebell = a kettlebell
gear-strength_bar = a strength bar
gear-barbell = a barbell
gear-cable = a cable machine
gear-ankle_weights = ankle weights
gear-step = a sturdy step
gear-mat = a mat
gear-pull_up_bar = a pull-up bar
gear-anchor = a firm anchor point
gear-other = what is missing

focus-legs = leg work
focus-core = core work
focus-upper = upper body work
focus-full = full body work
focus-other = strength work

# What a phase of a counted rep is called, where the exercise itself has no word for it.
word-hold = hold

# Each completes "because".
reason-first_session = it is your first session, and we begin gently
reason-full_body = it trains your whole body in one go
reason-focus_legs = it puts your legs first
reason-focus_core = it puts your core first
reason-focus_upper = it puts your upper body first
reason-fits_minutes = it fits the time you have
reason-no_gear = it needs no equipment
reason-uses_gear = it makes use of the equipment you have
reason-easing_in = your first weeks are for learning the moves
reason-spares_pain = it leaves out what might hurt you now
reason-longer_rests = it gives you plenty of time to rest
reason-other = it is the right step for where you are

# $number is in words, $count chooses the form.
amount-reps = { $count ->
    [0] no reps
    [one] { $number } rep
   *[other] { $number } reps
  }
amount-seconds = { $count ->
    [0] no seconds
    [one] { $number } second
   *[other] { $number } seconds
  }
amount-contacts = { $count ->
    [0] no jumps
    [one] { $number } jump
   *[other] { $number } jumps
  }
amount-sets = { $count ->
    [0] no sets
    [one] { $number } set
   *[other] { $number } sets
  }
amount-exercises = { $count ->
    [0] no exercises
    [one] { $number } exercise
   *[other] { $number } exercises
  }
amount-minutes = { $count ->
    [0] no minutes
    [one] { $number } minute
   *[other] { $number } minutes
  }
amount-hours = { $count ->
    [0] no hours
    [one] { $number } hour
   *[other] { $number } hours
  }
amount-other = { $number }

time-none = a moment
time-unknown = a while
time-minute_and_half = a minute and a half
time-and_half = { $whole } and a half minutes
time-both = { $longer } and { $shorter }

number-and_quarter = { $whole } and a quarter
number-and_half = { $whole } and a half
number-and_three_quarters = { $whole } and three quarters
number-quarter = a quarter of a
number-half = half a
number-three_quarters = three quarters of a

# $count is one for a fraction such as "half a".
load-kg = { $count ->
    [0] no weight
    [one] { $number } kilo
   *[other] { $number } kilos
  }
load-lb = { $count ->
    [0] no weight
    [one] { $number } pound
   *[other] { $number } pounds
  }
load-total = { $weight }
load-per_hand = { $weight } in each hand
load-added = plus { $weight }
load-assisted = with { $weight } of help

day-today = today
day-tomorrow = tomorrow
day-yesterday = yesterday
day-near = on { $weekday }
day-far = on { $weekday } the { $ordinal } of { $month }
day-unknown = on a day of your choice
