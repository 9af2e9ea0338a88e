/* The command table. To add a verb: its row here, its file, its lines in
 * doc/preshift.1, its test; see doc/adding-a-command.md.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"

#include <stddef.h>

#include "model/person.h"

#define STAFF ROLE_BIT(ROLE_STAFF)
#define SUPERVISOR ROLE_BIT(ROLE_SUPERVISOR)
#define HR ROLE_BIT(ROLE_HR)
#define COUNCIL ROLE_BIT(ROLE_COUNCIL)

const struct cmd cmd_table[] = {
	{ "acks", cmd_acks, LOOKS | NEED_READ | NEED_SESSION, HR | COUNCIL,
	  ARG_NONE,
	  "acks [--status S] [--team T] [--sort name|team] [--all] [--why] "
	  "[--remind]",
	  "--status --team --sort --all --why --remind",
	  N_("who must sign the handbook, who has, who has not") },
	{ "activate", cmd_activate, NEED_WRITE, 0, ARG_NUMBER,
	  "activate N", "",
	  N_("first time here: the code on paper, an own passphrase") },
	{ "check", cmd_check, LOOKS | ANY_HISTORY | FOR_INSTALLER, 0, ARG_NONE,
	  "check [--rebuild]", "--rebuild",
	  N_("this computer and the database") },
	{ "commandments", cmd_commandments, LOOKS, 0, ARG_NONE,
	  "commandments [N]", "",
	  N_("the service commandments, or one of them") },
	{ "commandments edit", cmd_commandments_edit,
	  NEED_WRITE | NEED_SESSION, HR, ARG_NONE,
	  "commandments edit [N] [--lang LL] [--out FILE|--in FILE]",
	  "--lang --out --in",
	  N_("change the words of a commandment") },
	{ "coverage", cmd_coverage, LOOKS | NEED_READ | NEED_SESSION,
	  SUPERVISOR | HR | COUNCIL, ARG_NONE,
	  "coverage [--team T] [--from D] [--to D]", "--team --from --to",
	  N_("lineups held and missing, heard, signed") },
	{ "demo", cmd_demo, FOR_INSTALLER, 0, ARG_FILE,
	  "demo [DIR]", "",
	  N_("a trial house to look around; nothing in it is real") },
	{ "drill", cmd_drill, NEED_READ | ANYBODY, 0, ARG_DRILL,
	  "drill [ID] [--choices A,B,…] [--resume] [--from NODE]",
	  "--choices --resume --from",
	  N_("train with a guest: the list, or one role-play") },
	{ "enrol", cmd_enrol, NEED_WRITE | NEED_SESSION, HR, ARG_NONE,
	  "enrol N NAME --role R --lang LL [--team T] [--contract full|part] "
	  "[--coach N] [--at TERMINAL]\n"
	  "enrol --csv FILE [--slips] [--save FILE]\n"
	  "enrol --template [--save FILE]",
	  "--role --lang --team --contract --coach --at --csv --slips "
	  "--template",
	  N_("new people; prints their one-time codes") },
	{ "find", cmd_find_words, LOOKS | NEED_READ, 0, ARG_NONE,
	  "find [WORD…] [--from N]", "--from",
	  N_("a rule, a limit, a telephone number") },
	{ "handbook", cmd_handbook, NEED_WRITE | NEED_SESSION, 0,
	  ARG_SECTION,
	  "handbook [read [SECTION]]", "read",
	  N_("read the handbook") },
	{ "handbook edit", cmd_handbook_edit, NEED_WRITE | NEED_SESSION, HR,
	  ARG_SECTION,
	  "handbook edit [SECTION] [--lang LL] [--out FILE|--in FILE]",
	  "--lang --out --in",
	  N_("change the words of a section") },
	{ "handbook publish", cmd_handbook_publish,
	  NEED_WRITE | NEED_SESSION, HR, ARG_NONE,
	  "handbook publish --material|--editorial [--from DATE] [--due DAYS] "
	  "[--summary TEXT] [--second N]",
	  "--material --editorial --from --due --summary --second",
	  N_("publish an edition of the handbook") },
	{ "handbook show", cmd_handbook_show, LOOKS | NEED_READ, 0, ARG_SECTION,
	  "handbook show [SECTION [PARAGRAPH]]", "",
	  N_("the handbook as published, or one section of it") },
	{ "help", cmd_help, LOOKS, 0, ARG_COMMAND,
	  "help [COMMAND|all]", "all",
	  N_("what can be done here") },
	{ "init", cmd_init, FOR_INSTALLER, 0, ARG_NONE,
	  "init --name NAME --id ID --langs LL,… --zone ZONE --hr N:NAME "
	  "--hr N:NAME [--sheet FILE]",
	  "--name --id --langs --zone --hr --sheet",
	  N_("make a house") },
	{ "lineup", cmd_lineup, NEED_READ, 0, ARG_NONE,
	  "lineup [--team T] [--date D] [--shift S] [--form 10|7|5] "
	  "[--agenda] [--sheet]",
	  "--team --date --shift --form --agenda --sheet",
	  N_("lead the ten-minute briefing before the shift") },
	{ "lineups", cmd_lineups, NEED_READ | NEED_SESSION, SUPERVISOR | HR,
	  ARG_NONE,
	  "lineups [--from D] [--to D] [--team T] [--people]",
	  "--from --to --team --people",
	  N_("lineups held: when, how long, who; for payroll") },
	{ "lint", cmd_lint, FOR_AUTHOR, 0, ARG_FILE,
	  "lint FILE… [--quick]", "--quick",
	  N_("authors: check content files") },
	{ "login", cmd_login, NEED_WRITE | NEED_TERMINAL, 0, ARG_NUMBER,
	  "login N", "",
	  N_("log in with your number") },
	{ "logout", cmd_logout, NEED_TERMINAL, 0, ARG_NONE,
	  "logout", "",
	  N_("log out") },
	{ "people", cmd_people, LOOKS | NEED_READ | NEED_SESSION, HR | COUNCIL,
	  ARG_NONE,
	  "people", "",
	  N_("everybody on the list") },
	{ "person", cmd_person, LOOKS | NEED_WRITE | NEED_SESSION,
	  HR | COUNCIL | SUPERVISOR, ARG_NUMBER,
	  "person N [ACTION] [--details] [--history]",
	  "--details --history",
	  N_("everything about one person, and what can be recorded") },
	{ "prepare", cmd_prepare, NEED_WRITE | NEED_SESSION, 0, ARG_NONE,
	  "prepare [--team T] [--date D]", "--team --date",
	  N_("what is to be said in the next lineup") },
	{ "progress", cmd_progress, LOOKS | NEED_READ | NEED_SESSION, 0,
	  ARG_NUMBER,
	  "progress [N]", "",
	  N_("where I stand") },
	{ "sign", cmd_sign, NEED_WRITE | NEED_SESSION, 0, ARG_NONE,
	  "sign [--received|--read|--agree|--decline]",
	  "--received --read --agree --decline",
	  N_("sign the handbook, or say why not") },
	{ "verify", cmd_verify, LOOKS | ANY_HISTORY, 0, ARG_FILE,
	  "verify [PATH] [--charter FINGERPRINT]", "--charter",
	  N_("check every record and signature") },
	{ "vouch", cmd_vouch, NEED_WRITE, 0, ARG_NONE,
	  "vouch [LEAF]", "",
	  N_("sign what waits for my signature") },
};
const size_t cmd_count = NELEM(cmd_table);
