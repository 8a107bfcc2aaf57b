package office

import (
	"context"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// Page is a part of the register as one viewer may see it.
type Page struct {
	Lines  []Line
	More   bool         // there are lines behind these
	Counts map[View]int // nil where the query does not ask for them
	// Drafts are half-filled incident forms: their clock runs (S09), so they
	// stand in "te doen" of everybody who may record complaints.
	Drafts []Draft
	// Notices are those that wait to be recorded as complaints: their clock runs
	// too (S09), and they stand in "te doen" of the same people.
	Notices []NoticeRow
}

// List gives a page of the register. Owner in the query is a login.
func (o *Office) List(ctx context.Context, v Viewer, q Query) (page Page, err error) {
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) (err error) {
		q.Now, q.Sight = o.Now(), sightOf(org, v)
		if q.Owner != "" {
			m, ok := org.ByLogin(q.Owner)
			if !ok {
				return complaint.Faults{{Field: "owner", Key: "person", Args: map[string]string{"Value": q.Owner}}}
			}
			q.Owner = m.ID
		}
		rules, err := o.procedure(ctx, tx, org.Procedure)
		if err != nil {
			return err
		}
		q.Steps = stepsOf(rules)
		if q.Category != "" {
			q.Categories = rules.CountsAs(procedure.CategoryList, q.Category)
		}
		if page.Lines, page.More, err = pageOf(ctx, tx, q); err != nil {
			return err
		}
		for i := range page.Lines {
			l := outline(v, page.Lines[i])
			l.Category = rules.Present(procedure.CategoryList, l.Category)
			page.Lines[i] = l
		}
		page.Drafts, err = openForms(ctx, tx, v, q)
		if err != nil {
			return err
		}
		if page.Notices, err = waitingNotices(ctx, tx, v, q); err != nil || !q.Counts {
			return err
		}
		if page.Counts, err = tx.Count(ctx, q); err != nil {
			return err
		}
		page.Counts[Todo] = min(page.Counts[Todo]+len(page.Drafts)+len(page.Notices), MostCounted)
		return nil
	})
	return page, err
}

// pageOf reads a page and whether there is more behind it.
func pageOf(ctx context.Context, tx Tx, q Query) (lines []Line, more bool, err error) {
	limit := q.Limit
	if limit > 0 {
		q.Limit++
	}
	lines, err = tx.Lines(ctx, q)
	if limit > 0 && len(lines) > limit {
		return lines[:limit], true, err
	}
	return lines, false, err
}

// outline blanks what this viewer may not see of a line; of a complaint about
// himself he sees number, step and phase.
func outline(v Viewer, l Line) Line {
	a := accessTo(v, l.Owner, l.Assessor, l.Concerned)
	l.Whole = a >= accessWhole
	if l.Whole {
		return l
	}
	if a == accessOwn {
		return Line{Row: Row{Number: l.Number, Year: l.Year, Serial: l.Serial, Phase: l.Phase, Step: l.Step}, About: true}
	}
	l.Complainant, l.Organisation, l.Email, l.Subject, l.Search, l.Concerned = "", "", "", "", "", ""
	l.Channel, l.Kind = "", ""
	return l
}

// openForms are the half-filled incident forms that this viewer could finish.
func openForms(ctx context.Context, tx Tx, v Viewer, q Query) ([]Draft, error) {
	if !records(v) || q.Category != "" || q.Owner != "" {
		return nil, nil
	}
	drafts, err := draftsFor(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	var found []Draft
	for _, d := range drafts {
		if d.Action != procedure.NewComplaint {
			continue
		}
		text := strings.ToLower(strings.Join([]string{d.Values["complainant_name"], d.Values["subject"], d.Values["organisation"]}, " "))
		if strings.Contains(text, strings.ToLower(q.Search)) {
			found = append(found, d)
		}
	}
	return found, nil
}

// waitingNotices are the notices that this viewer could record as complaints.
func waitingNotices(ctx context.Context, tx Tx, v Viewer, q Query) (waiting []NoticeRow, err error) {
	if !records(v) || q.Category != "" || q.Owner != "" {
		return nil, nil
	}
	all, err := tx.Notices(ctx, v.ID, v.Login, true, true)
	for _, n := range all {
		if strings.Contains(strings.ToLower(n.Sender+" "+n.Subject), strings.ToLower(q.Search)) {
			waiting = append(waiting, n)
		}
	}
	return waiting, err
}

// Earlier are complaints by the same person or organisation that the viewer
// may see whole, newest first (S36).
func (o *Office) Earlier(ctx context.Context, v Viewer, who Same, limit int) (rows []Row, err error) {
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) (err error) {
		rows, err = tx.Earlier(ctx, who, sightOf(org, v), limit)
		return err
	})
	return rows, err
}
