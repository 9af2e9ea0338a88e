/* The text of every statement, in the SQL that SQLite and PostgreSQL share:
 * $1, $2 … first appear in that order, for SQLite numbers them so.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/query.h"

/* Since when a terminal has had the office's duty: orders the logs of an
 * office and of the one that took its place. */
#define OFFICES \
	"(SELECT id, MIN(at) AS since FROM v_terminal" \
	" WHERE duty = 'office' GROUP BY id)"
#define IN_OFFICE(t) \
	"EXISTS (SELECT 1 FROM v_terminal d WHERE d.id = " t ".terminal" \
	" AND d.duty = 'office')"

#define LEAF "SELECT terminal, idx, hash, body, blanked FROM leaf"

#define KEEP " ON CONFLICT DO NOTHING"
#define DROP_BY_NUMBER(view) \
	"DELETE FROM " view " WHERE number = $1 AND terminal = $2 AND idx = $3"
#define DROP_BY_LEAF(view) \
	"DELETE FROM " view " WHERE terminal = $1 AND idx = $2"
#define DROP_BY_REF(view) \
	"DELETE FROM " view " WHERE ref_terminal = $1 AND ref_idx = $2" \
	" AND terminal = $3 AND idx = $4"

#define EVENTS \
	"SELECT r.number, r.terminal, r.idx, r.at, r.kind," \
	" COALESCE((SELECT MIN(t.at) FROM v_terminal t" \
	" WHERE t.id = r.terminal AND t.duty = 'office'), -1), r.by_number," \
	" r.name_hash, r.role, r.team, r.contract, r.language, r.coach," \
	" r.code_key, r.code_until, r.code_at, r.key, r.attended," \
	" r.ref_terminal, r.ref_idx, r.since, r.state" \
	" FROM v_roster r"
/* The order of the key, so that nothing is sorted here; roster.c does the
 * rest where there are several logs. */
#define IN_ORDER " ORDER BY r.number, r.terminal, r.idx"

/* A leaf's number says nothing without its terminal: each has a leaf 5.
 * Nobody objects to their own reading, of which there are hundreds. */
#define DISPUTED \
	"CASE WHEN h.kind <> 'read' AND EXISTS (SELECT 1 FROM v_handbook o" \
	" WHERE o.number = h.number AND o.kind = 'object'" \
	" AND o.ref_terminal = h.terminal AND o.ref_idx = h.idx)" \
	" THEN 1 ELSE 0 END"
#define HANDBOOK \
	"SELECT number, terminal, idx, at, kind, by_number, edition," \
	" language, text, sections, detail, seconds, entry, assisted, clock," \
	" ref_terminal, ref_idx, " DISPUTED " FROM v_handbook h"

#define VOUCHED_FOR(as) \
	"CASE WHEN EXISTS (SELECT 1 FROM v_vouch v JOIN leaf f" \
	" ON f.terminal = v.ref_terminal AND f.idx = v.ref_idx" \
	" AND f.hash = v.ref_hash WHERE v.ref_terminal = l.terminal" \
	" AND v.ref_idx = l.idx AND v.role = '" as "'" \
	" AND v.number = l." as ") THEN 1 ELSE 0 END"
/* Who vouches as the witness is the one drawn, where one was. */
#define WITNESSED \
	"CASE WHEN EXISTS (SELECT 1 FROM v_vouch v JOIN leaf f" \
	" ON f.terminal = v.ref_terminal AND f.idx = v.ref_idx" \
	" AND f.hash = v.ref_hash WHERE v.ref_terminal = l.terminal" \
	" AND v.ref_idx = l.idx AND v.role = 'witness'" \
	" AND v.number = COALESCE(l.witness, v.number)" \
	" AND v.number <> l.leader) THEN 1 ELSE 0 END"
#define LINEUPS \
	"SELECT l.date, l.terminal, l.idx, l.at, l.shift, l.team, l.leader," \
	" l.language, l.commandment, l.form, l.start_at, l.end_at," \
	" l.present, l.late, l.off, l.guests, l.practice, l.recall," \
	" l.parked, l.witness, " VOUCHED_FOR("leader") ", " WITNESSED \
	" FROM v_lineup l"

#define HEARD \
	"SELECT h.number, h.commandment, COUNT(*)," \
	" MAX(COALESCE(h.date, l.date)) FROM v_heard h" \
	" LEFT JOIN v_lineup l ON h.date IS NULL" \
	" AND l.terminal = h.ref_terminal AND l.idx = h.ref_idx"
#define HEARD_EACH \
	" GROUP BY h.number, h.commandment ORDER BY h.number, h.commandment"

#define ATTEMPTS \
	"SELECT number, terminal, idx, at, drill, result, language, scaled," \
	" mood, hints FROM v_attempt"
#define OBSERVES \
	"SELECT number, terminal, idx, at, observer, drill, team, result" \
	" FROM v_observe"
#define REVIEWS "SELECT number, terminal, idx, at, item, grade FROM v_review"
#define READIES "SELECT number, terminal, idx, at, team, coach FROM v_ready"
#define BY_PERSON " ORDER BY number, terminal, idx"
#define OF_ONE " WHERE number = $1 ORDER BY number, terminal, idx"

const char *const query_text[Q_LAST] = {
	[Q_BEGIN_WRITE] = "BEGIN IMMEDIATE",
	[Q_BEGIN_READ] = "BEGIN",
	[Q_COMMIT] = "COMMIT",
	[Q_ROLLBACK] = "ROLLBACK",
	[Q_META] = "SELECT value FROM meta WHERE name = $1",
	[Q_META_PUT] = "INSERT INTO meta (name, value) VALUES ($1, $2)",
	[Q_VERSION] = "SELECT MAX(version) FROM schema",
	[Q_VERSION_PUT] = "INSERT INTO schema (version) VALUES ($1)",
	[Q_TRIGGER] = "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
		      " AND name = $1 AND tbl_name = 'leaf'",

	[Q_HEAD] = "SELECT size, root, frontier FROM head WHERE terminal = $1",
	[Q_HEAD_PUT] = "UPDATE head SET size = $1, root = $2, frontier = $3,"
		       " note = $4 WHERE terminal = $5",
	/* RFC 6962 2.1: the empty tree is SHA-256 of nothing. */
	[Q_HEAD_NEW] = "INSERT INTO head (terminal, size, root, frontier)"
		       " VALUES ($1, 0, x'e3b0c44298fc1c149afbf4c8996fb924"
		       "27ae41e4649b934ca495991b7852b855', x'')" KEEP,
	[Q_NOTE] = "SELECT note FROM head WHERE terminal = $1",
	[Q_ORIGINS] = "SELECT terminal, size FROM head ORDER BY terminal",
	[Q_LEAF] = LEAF " WHERE terminal = $1 AND idx = $2",
	[Q_LEAF_PUT] = "INSERT INTO leaf (terminal, idx, hash, body)"
		       " VALUES ($1, $2, $3, $4)",
	[Q_LEAF_BLANK] = "UPDATE leaf SET body = NULL, blanked = $1"
			 " WHERE terminal = $2 AND idx = $3",
	[Q_LEAVES] = LEAF " ORDER BY terminal, idx",
	[Q_LEAVES_OF] = LEAF " WHERE terminal = $1 ORDER BY idx",
	[Q_HASHES] = "SELECT hash FROM leaf WHERE terminal = $1"
		     " ORDER BY idx",

	[Q_NAME] = "SELECT name FROM names WHERE hash = $1",
	[Q_NAME_PUT] = "INSERT INTO names (hash, number, salt, name)"
		       " VALUES ($1, $2, $3, $4)" KEEP,
	[Q_NAME_FORGET] = "DELETE FROM names WHERE number = $1",
	[Q_DRAFT] = "SELECT text FROM drafts WHERE name = $1",
	[Q_DRAFT_PUT] = "INSERT INTO drafts (name, text) VALUES ($1, $2)"
			" ON CONFLICT (name) DO UPDATE"
			" SET text = excluded.text",
	[Q_DRAFT_DROP] = "DELETE FROM drafts WHERE name = $1",
	[Q_DRAFTS] = "SELECT name FROM drafts"
		     " WHERE substr(name, 1, length($1)) = $1 ORDER BY name",
	[Q_TRIES] = "SELECT n, until FROM tries WHERE who = $1",
	[Q_TRIES_PUT] = "INSERT INTO tries (who, n, until)"
			" VALUES ($1, $2, $3) ON CONFLICT (who) DO UPDATE"
			" SET n = excluded.n, until = excluded.until",

	[Q_HOUSE_PUT] = "INSERT INTO v_house (terminal, idx, at, id, title,"
			" zone, languages, charter_key, trial) VALUES"
			" ($1, $2, $3, $4, $5, $6, $7, $8, $9)" KEEP,
	[Q_HOUSE_DROP] = DROP_BY_LEAF("v_house"),
	[Q_TERMINAL_PUT] = "INSERT INTO v_terminal (id, terminal, idx, at,"
			   " note_key, duty) VALUES"
			   " ($1, $2, $3, $4, $5, $6)" KEEP,
	[Q_TERMINAL_DROP] = "DELETE FROM v_terminal WHERE id = $1"
			    " AND terminal = $2 AND idx = $3",
	[Q_EPOCH_PUT] = "INSERT INTO v_epoch (terminal, idx, at, old, size,"
			" root) VALUES ($1, $2, $3, $4, $5, $6)" KEEP,
	[Q_EPOCH_DROP] = DROP_BY_LEAF("v_epoch"),
	[Q_SETTING_PUT] = "INSERT INTO v_setting (name, terminal, idx, at,"
			  " value) VALUES ($1, $2, $3, $4, $5)" KEEP,
	[Q_SETTING_DROP] = "DELETE FROM v_setting WHERE name = $1"
			   " AND terminal = $2 AND idx = $3",
	[Q_ROSTER_PUT] = "INSERT INTO v_roster (number, terminal, idx, at,"
			 " kind, by_number, name_hash, role, team, contract,"
			 " language, coach, code_key, code_until, code_at,"
			 " key, attended, ref_terminal, ref_idx, since,"
			 " state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
			 " $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,"
			 " $20, $21)" KEEP,
	[Q_ROSTER_DROP] = DROP_BY_NUMBER("v_roster"),
	[Q_EDITION_PUT] = "INSERT INTO v_edition (edition, terminal, idx, at,"
			  " by_number, change, from_date, due, texts,"
			  " sections, summary) VALUES ($1, $2, $3, $4, $5,"
			  " $6, $7, $8, $9, $10, $11)" KEEP,
	[Q_EDITION_DROP] = "DELETE FROM v_edition WHERE edition = $1"
			   " AND terminal = $2 AND idx = $3",
	[Q_HANDBOOK_PUT] = "INSERT INTO v_handbook (number, terminal, idx,"
			   " at, kind, by_number, edition, language, text,"
			   " sections, detail, seconds, entry, assisted,"
			   " clock, ref_terminal, ref_idx, answered) VALUES"
			   " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,"
			   " $12, $13, $14, $15, $16, $17, $18)" KEEP,
	[Q_HANDBOOK_DROP] = DROP_BY_NUMBER("v_handbook"),
	[Q_PLAN_PUT] = "INSERT INTO v_plan (date, team, terminal, idx, at,"
		       " by_number, items, owner, until, leader) VALUES"
		       " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)" KEEP,
	[Q_PLAN_DROP] = "DELETE FROM v_plan WHERE date = $1 AND team = $2"
			" AND terminal = $3 AND idx = $4",
	[Q_LINEUP_PUT] = "INSERT INTO v_lineup (date, terminal, idx, at,"
			 " shift, team, leader, language, commandment, form,"
			 " start_at, end_at, present, late, off, guests,"
			 " practice, recall, parked, witness) VALUES"
			 " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,"
			 " $12, $13, $14, $15, $16, $17, $18, $19, $20)" KEEP,
	[Q_LINEUP_DROP] = "DELETE FROM v_lineup WHERE date = $1"
			  " AND terminal = $2 AND idx = $3",
	[Q_HEARD_PUT] = "INSERT INTO v_heard (number, terminal, idx,"
			" commandment, date, ref_terminal, ref_idx) VALUES"
			" ($1, $2, $3, $4, $5, $6, $7)" KEEP,
	[Q_HEARD_DROP] = DROP_BY_NUMBER("v_heard"),
	[Q_ATTEMPT_PUT] = "INSERT INTO v_attempt (number, terminal, idx, at,"
			  " drill, result, language, scaled, mood, hints)"
			  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
			  KEEP,
	[Q_ATTEMPT_DROP] = DROP_BY_NUMBER("v_attempt"),
	[Q_OBSERVE_PUT] = "INSERT INTO v_observe (number, terminal, idx, at,"
			  " observer, drill, team, result) VALUES"
			  " ($1, $2, $3, $4, $5, $6, $7, $8)" KEEP,
	[Q_OBSERVE_DROP] = DROP_BY_NUMBER("v_observe"),
	[Q_REVIEW_PUT] = "INSERT INTO v_review (number, terminal, idx, at,"
			 " item, grade) VALUES ($1, $2, $3, $4, $5, $6)" KEEP,
	[Q_REVIEW_DROP] = DROP_BY_NUMBER("v_review"),
	[Q_READY_PUT] = "INSERT INTO v_ready (number, terminal, idx, at,"
			" team, coach) VALUES ($1, $2, $3, $4, $5, $6)" KEEP,
	[Q_READY_DROP] = DROP_BY_NUMBER("v_ready"),
	[Q_VOUCH_PUT] = "INSERT INTO v_vouch (ref_terminal, ref_idx,"
			" terminal, idx, at, ref_hash, number, role) VALUES"
			" ($1, $2, $3, $4, $5, $6, $7, $8)" KEEP,
	[Q_VOUCH_DROP] = DROP_BY_REF("v_vouch"),
	[Q_CORRECT_PUT] = "INSERT INTO v_correct (ref_terminal, ref_idx,"
			  " terminal, idx, at, ref_hash, number) VALUES"
			  " ($1, $2, $3, $4, $5, $6, $7)" KEEP,
	[Q_CORRECT_DROP] = DROP_BY_REF("v_correct"),
	[Q_AUDIT_PUT] = "INSERT INTO v_audit (terminal, idx, at, by_number,"
			" size, root, signatures, bad, marked) VALUES"
			" ($1, $2, $3, $4, $5, $6, $7, $8, $9)" KEEP,
	[Q_AUDIT_DROP] = DROP_BY_LEAF("v_audit"),
	[Q_ERASE_PUT] = "INSERT INTO v_erase (ref_terminal, ref_idx,"
			" terminal, idx, at, ref_hash, by_number) VALUES"
			" ($1, $2, $3, $4, $5, $6, $7)" KEEP,
	[Q_ERASE_DROP] = DROP_BY_REF("v_erase"),
	[Q_SIGNED_PUT] = "INSERT INTO v_signed (terminal, after_size, idx,"
			 " signer) VALUES ($1, $2, $3, $4)" KEEP,
	[Q_SIGNED_DROP] = "DELETE FROM v_signed WHERE terminal = $1"
			  " AND after_size = $2 AND idx = $3"
			  " AND signer = $4",

	[Q_HOUSE] = "SELECT h.id, h.title, h.zone, h.languages,"
		    " h.charter_key, h.trial FROM v_house h"
		    " LEFT JOIN " OFFICES " t ON t.id = h.terminal"
		    " ORDER BY COALESCE(t.since, 0) DESC, h.terminal DESC,"
		    " h.idx DESC LIMIT 1",
	[Q_TERMINAL] = "SELECT note_key, duty FROM v_terminal WHERE id = $1"
		       " ORDER BY at DESC, terminal DESC, idx DESC LIMIT 1",
	[Q_SETTING] = "SELECT v.value FROM v_setting v JOIN " OFFICES " t"
		      " ON t.id = v.terminal WHERE v.name = $1"
		      " ORDER BY t.since DESC, v.terminal DESC, v.idx DESC"
		      " LIMIT 1",
	[Q_SETTING_ROWS] = "SELECT v.terminal, v.idx, v.at, v.value"
			   " FROM v_setting v JOIN " OFFICES " t"
			   " ON t.id = v.terminal WHERE v.name = $1"
			   " ORDER BY t.since DESC, v.terminal DESC,"
			   " v.idx DESC",
	[Q_HOUSE_ROWS] = "SELECT h.terminal, h.idx, h.at, h.title,"
			 " h.languages FROM v_house h"
			 " LEFT JOIN " OFFICES " t ON t.id = h.terminal"
			 " ORDER BY COALESCE(t.since, 0) DESC,"
			 " h.terminal DESC, h.idx DESC",
	[Q_EVENTS] = EVENTS IN_ORDER,
	[Q_EVENTS_OF] = EVENTS " WHERE r.number = $1" IN_ORDER,
	[Q_SECONDED] = "SELECT 1 FROM v_vouch v JOIN leaf f"
		       " ON f.terminal = v.ref_terminal"
		       " AND f.idx = v.ref_idx AND f.hash = v.ref_hash"
		       " WHERE v.ref_terminal = $1 AND v.ref_idx = $2"
		       " AND v.role = 'second' AND v.number <> $3"
		       " AND v.number <> $4 LIMIT 1",
	[Q_HOLD] = "SELECT r.state FROM v_roster r JOIN " OFFICES " t"
		   " ON t.id = r.terminal WHERE r.number = $1"
		   " AND r.kind = 'hold' ORDER BY t.since DESC,"
		   " r.terminal DESC, r.idx DESC LIMIT 1",
	[Q_EDITIONS] = "SELECT v.edition, v.change, v.from_date, v.due,"
		       " v.idx, v.texts, v.sections, v.summary,"
		       " v.terminal, v.by_number, v.at FROM v_edition v"
		       " WHERE " IN_OFFICE("v")
		       " ORDER BY v.edition, v.terminal, v.idx",
	[Q_EDITION_NEWEST] = "SELECT COALESCE(MAX(v.edition), 0)"
			     " FROM v_edition v WHERE " IN_OFFICE("v"),
	[Q_EDITION_TEXTS] = "SELECT v.texts FROM v_edition v"
			    " WHERE v.edition = $1 AND " IN_OFFICE("v")
			    " ORDER BY v.terminal, v.idx LIMIT 1",
	[Q_HANDBOOK] = HANDBOOK BY_PERSON,
	[Q_HANDBOOK_OF] = HANDBOOK OF_ONE,
	[Q_READING] = "SELECT sections, answered, detail, seconds"
		      " FROM v_handbook WHERE number = $1 AND kind = 'read'"
		      " AND edition = $2 ORDER BY at, terminal, idx",
	[Q_SIGNERS] = "SELECT signer, after_size FROM v_signed"
		      " WHERE terminal = $1"
		      " ORDER BY after_size DESC, idx DESC",
	[Q_PLANS] = "SELECT date, team, terminal, idx, at, by_number, items,"
		    " owner, until, leader FROM v_plan WHERE date = $1"
		    " AND team = $2 ORDER BY terminal, idx",
	[Q_LINEUPS] = LINEUPS " WHERE l.date >= $1 AND l.date <= $2"
			      " AND (l.team = $3 OR $3 = '')"
			      " ORDER BY l.date, l.shift, l.idx, l.terminal",
	[Q_HEARD] = HEARD HEARD_EACH,
	[Q_HEARD_OF] = HEARD " WHERE h.number = $1" HEARD_EACH,
	[Q_USUAL] = "SELECT date, present, late FROM v_lineup"
		    " WHERE date >= $1 AND team = $2 AND shift = $3"
		    " ORDER BY date, terminal, idx",
	[Q_ATTEMPTS] = ATTEMPTS BY_PERSON,
	[Q_ATTEMPTS_OF] = ATTEMPTS OF_ONE,
	[Q_OBSERVES] = OBSERVES BY_PERSON,
	[Q_OBSERVES_OF] = OBSERVES OF_ONE,
	[Q_REVIEWS] = REVIEWS BY_PERSON,
	[Q_REVIEWS_OF] = REVIEWS OF_ONE,
	[Q_READIES] = READIES BY_PERSON,
	[Q_READIES_OF] = READIES OF_ONE,
	[Q_VOUCHES] = "SELECT v.terminal, v.idx, v.at, v.number, v.role,"
		      " v.ref_terminal, v.ref_idx,"
		      " CASE WHEN f.hash IS NULL THEN 0 ELSE 1 END"
		      " FROM v_vouch v LEFT JOIN leaf f"
		      " ON f.terminal = v.ref_terminal"
		      " AND f.idx = v.ref_idx AND f.hash = v.ref_hash"
		      " ORDER BY v.terminal, v.idx",
	[Q_VOUCHED] = "SELECT 1 FROM v_vouch WHERE ref_terminal = $1"
		      " AND ref_idx = $2 AND number = $3 AND role = $4"
		      " LIMIT 1",
	[Q_AUDIT] = "SELECT idx, at, by_number, size, root, signatures, bad,"
		    " marked FROM v_audit WHERE terminal = $1"
		    " ORDER BY idx DESC LIMIT 1",
	[Q_ERASED] = "SELECT idx FROM v_erase WHERE ref_terminal = $1"
		     " AND ref_idx = $2 AND ref_hash = $3"
		     " ORDER BY terminal, idx LIMIT 1",
};
