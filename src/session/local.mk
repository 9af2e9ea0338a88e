noinst_LIBRARIES += libsession.a
libsession_a_SOURCES =
libsession_a_SOURCES += src/session/lineup.c src/session/lineup.h \
	src/session/lineup_answers.c \
	src/session/lineup_draft.c \
	src/session/lineup_draw.c \
	src/session/lineup_keep.c \
	src/session/lineup_keys.c \
	src/session/lineup_pages.c \
	src/session/lineup_prepare.c src/session/lineup_prepare.h \
	src/session/lineup_reopen.c \
	src/session/lineup_roll.c \
	src/session/lineup_slots.c \
	src/session/lineup_state.h \
	src/session/lineup_steps.c
libsession_a_SOURCES += src/session/words.c src/session/words.h \
	src/session/practice.c src/session/practice.h \
	src/session/practice_debrief.c \
	src/session/practice_draft.c \
	src/session/practice_end.c \
	src/session/practice_play.c src/session/practice_play.h \
	src/session/practice_reply.c \
	src/session/practice_scene.c
libsession_a_SOURCES += src/session/reading.c src/session/reading.h \
	src/session/reading_draft.c \
	src/session/reading_keys.c \
	src/session/reading_news.c \
	src/session/reading_page.c \
	src/session/reading_sitting.h \
	src/session/signing.c
