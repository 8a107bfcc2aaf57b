package store

import (
	"database/sql"
	"encoding/json"
	"slices"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// running is where a complaint's duties that stand open at @now are found. The
// first four terms are those of the index, which SQLite uses only where it
// finds them again word for word.
const running = `FROM duties d INDEXED BY duties_open
	WHERE d.met_at IS NULL AND d.not_applicable = 0 AND d.waived = 0 AND d.starts_at IS NOT NULL
		AND d.complaint = c.id AND d.starts_at <= @now AND ` + readable

// readable is a duty that the viewer may know of (S40).
const readable = `(d.personnel = 0 OR @personnel OR c.owner IN (SELECT value FROM json_each(@owners)) OR c.assessor IN (SELECT value FROM json_each(@owners)))`

// owed is a duty of the viewer, by a role that he holds or as the owner.
const owed = `d.actionable = 1 AND (d.owed_by IN (SELECT value FROM json_each(@roles))
	OR d.owed_by = 'owner' AND c.owner IN (SELECT value FROM json_each(@owners))
	OR d.owed_by = 'director' AND c.assessor IN (SELECT value FROM json_each(@owners))
	OR d.owed_by = 'office-manager' AND c.concerned = @instead AND @instead <> '')`

// whole is a complaint that the viewer sees whole.
const whole = `((@all OR (@viewer IN (c.owner, c.assessor) AND @viewer <> '') OR EXISTS (SELECT 1 FROM json_each(@standsin) s
		WHERE c.concerned <> s.value ->> 'login' AND (s.value ->> 'all' OR s.value ->> 'id' IN (c.owner, c.assessor))))
	AND ` + others + `)`

// others are the complaints that are not about the viewer. Of those about him
// he may know number, step and phase, so that nothing else may find them.
const others = `(c.concerned = '' OR c.concerned <> @login)`

// narrowed is what every view asks besides its own condition.
const narrowed = ` AND (@category = '' AND @owner = '' OR ` + others + `
	AND (@category = '' OR c.category IN (SELECT value FROM json_each(@categories))) AND (@owner = '' OR c.owner = @owner))`

// The conditions of the views. The + keeps SQLite from collecting and sorting all
// that is completed where it only has to read the end of the numbers, and from
// reading all that somebody ever owned.
const (
	inTodo      = `EXISTS (SELECT 1 ` + running + ` AND ` + owed + `) AND ` + others
	inMine      = `+c.owner = @viewer AND @viewer <> '' AND c.phase IN ('handling', 'learning') AND ` + others
	inOverdue   = `EXISTS (SELECT 1 ` + running + ` AND d.due_at < @now) AND ` + others
	inHandling  = `c.phase = 'handling'`
	inLearning  = `c.phase = 'learning'`
	inCompleted = `+c.phase IN ('completed', 'destroyed')`
	inAll       = `TRUE`
	inNone      = `FALSE`
)

// condition says which complaints belong to a view.
func condition(v office.View) string {
	switch v {
	case office.Todo:
		return inTodo
	case office.Mine:
		return inMine
	case office.OverdueView:
		return inOverdue
	case office.HandlingView:
		return inHandling
	case office.LearningView:
		return inLearning
	case office.CompletedView:
		return inCompleted
	case office.All:
		return inAll
	}
	return inNone
}

func queryArgs(q office.Query) []any {
	categories := q.Categories
	if categories == nil {
		categories = []string{q.Category}
	}
	args := append(sightArgs(q.Sight), sql.Named("now", q.Now.Unix()), sql.Named("category", q.Category),
		sql.Named("categories", list(categories)), sql.Named("owner", q.Owner))
	return append(args, searchArgs(q.Search)...)
}

// sightArgs names what a viewer sees.
func sightArgs(s office.Sight) []any {
	owners := []string{}
	if s.Viewer != "" {
		owners = append(owners, s.Viewer)
	}
	for _, x := range s.StandsInFor {
		owners = append(owners, x.ID)
	}
	return []any{sql.Named("owners", list(owners)), sql.Named("standsin", list(s.StandsInFor)), sql.Named("viewer", s.Viewer), sql.Named("login", s.Login), sql.Named("all", s.All), sql.Named("personnel", s.Personnel), sql.Named("instead", s.Instead), sql.Named("roles", list(held(s)))}
}

// held are the roles of a viewer over all complaints. A complaint's own owner is
// a role as well, but not one that is held over all.
func held(s office.Sight) []procedure.Role {
	roles := []procedure.Role{}
	for _, r := range []procedure.Role{procedure.OfficeManager, procedure.ProjectLeader, procedure.Director} {
		if slices.Contains(s.Roles, r) {
			roles = append(roles, r)
		}
	}
	return roles
}

// list is a list for json_each.
func list[T any](values []T) string {
	text, err := json.Marshal(values)
	if err != nil || values == nil {
		return "[]" // plain fields can always be written
	}
	return string(text)
}
