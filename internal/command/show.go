package command

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
)

type shown struct {
	Number      string         `json:"number"`
	Phase       string         `json:"phase"`
	Outcome     *string        `json:"outcome"`
	Step        string         `json:"step"`
	Complaint   map[string]any `json:"complaint"`
	Obligations []obligation   `json:"obligations"`
	Events      []shownEvent   `json:"events"`
	Letters     []shownLetter  `json:"letters"`
	Attachments []shownFile    `json:"attachments"`
	Measures    []shownMeasure `json:"measures"`
}

type shownEvent struct {
	Seq        int            `json:"seq"`
	HappenedAt *string        `json:"happened_at"`
	RecordedAt *string        `json:"recorded_at"`
	Actor      *string        `json:"actor"`
	For        *string        `json:"for,omitempty"`
	Name       string         `json:"name"`
	Data       map[string]any `json:"data"`
}

type shownLetter struct {
	Kind  string  `json:"kind"`
	State string  `json:"state"`
	By    string  `json:"by"`
	To    string  `json:"to"`
	Text  string  `json:"text"`
	At    *string `json:"at"`
}

type shownFile struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	Digest string `json:"digest"`
}

type shownMeasure struct {
	ID        string       `json:"id"`
	Complaint string       `json:"complaint"`
	What      string       `json:"what"`
	Owner     *string      `json:"owner"`
	By        calendar.Day `json:"by"`
	DecidedAt *string      `json:"decided_at"`
	DoneAt    *string      `json:"done_at"`
	Result    *string      `json:"result"`
}

// show prints one dossier, a measure, or the organisation.
func (a *app) show() *cobra.Command {
	var known string
	cmd := &cobra.Command{
		Use: "show SUBJECT", Short: a.words().T("command.show"), Args: exactly(1),
		Example: "  leermoment show 2026-014\n  leermoment show 2026-014 --known-at 2026-11-23T14:05:00Z --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				at, err := a.moment("known-at", known)
				if err != nil {
					return err
				}
				return a.showSubject(ctx, s, args[0], at)
			})
		},
	}
	cmd.Flags().StringVar(&known, "known-at", "", a.words().T("command.flag-known-at"))
	return cmd
}

func (a *app) showSubject(ctx context.Context, s session, subject string, at time.Time) error {
	switch {
	case subject == organisation.Stream:
		return a.showOffice(ctx, s)
	case office.IsNotice(subject):
		return a.showNotice(ctx, s, subject)
	case office.IsExpert(subject):
		return a.showExpert(ctx, s, subject)
	case office.IsMeasure(subject):
		m, err := s.office.Measure(ctx, s.viewer, subject)
		if err != nil {
			return err
		}
		return a.showMeasure(s, *m)
	}
	d, err := s.office.Dossier(ctx, s.viewer, subject, at)
	if err != nil {
		return err
	}
	if err := s.office.Opened(ctx, s.viewer, subject); err != nil {
		return err
	}
	if a.flags.json {
		return a.print(shownOf(s, d))
	}
	a.sayDossier(s, d)
	return nil
}

func shownOf(s session, d *office.Dossier) shown {
	out := shown{Number: d.Number, Phase: string(d.Phase), Outcome: orNull(d.Outcome), Step: string(d.Step),
		Obligations: obligationsOf(s, office.Owed{Number: d.Number, Owner: d.Owner, Procedure: d.Procedure, Duties: d.Duties}),
		Complaint:   map[string]any{"received_at": stamp(d.ReceivedAt), "category": d.Form.Category}, Events: []shownEvent{}, Letters: []shownLetter{}, Attachments: []shownFile{}, Measures: []shownMeasure{}}
	if d.Whole {
		for name, value := range d.Form.Values() {
			out.Complaint[name] = value
		}
		out.Complaint["serious_suspected"] = d.Form.SeriousSuspected
	}
	for _, e := range d.Events {
		out.Events = append(out.Events, shownEvent{e.Seq, stamp(e.HappenedAt), stamp(e.RecordedAt), login(e.Actor), login(e.For), e.Name, e.Data})
	}
	for _, l := range d.Letters {
		out.Letters = append(out.Letters, shownLetter{string(l.Kind), string(l.State), string(l.By), l.To, l.Text, stamp(l.At)})
	}
	for _, f := range d.Files {
		out.Attachments = append(out.Attachments, shownFile{f.Name, f.Size, f.Digest})
	}
	for _, m := range d.Measures {
		out.Measures = append(out.Measures, measureOf(s, m))
	}
	return out
}

func measureOf(s session, m complaint.Measure) shownMeasure {
	owner, _ := s.org.Member(m.Owner)
	return shownMeasure{m.ID, m.Complaint, m.What, orNull(owner.Login), m.By, stamp(m.DecidedAt), stamp(m.DoneAt), orNull(m.Result)}
}

func (a *app) showMeasure(s session, m complaint.Measure) error {
	shown := measureOf(s, m)
	if a.flags.json {
		return a.print(shown)
	}
	a.say(s.T("show.measure", map[string]any{"ID": m.ID, "Number": m.Complaint, "What": m.What}))
	return nil
}

func (a *app) showOffice(ctx context.Context, s session) error {
	if a.flags.json {
		uses, err := s.office.KeyUses(ctx)
		if err != nil {
			return err
		}
		return a.print(map[string]any{"name": s.org.Name, "address": s.org.Address, "email": s.org.Email, "phone": s.org.Phone,
			"language": s.org.Language, "procedure": s.org.Procedure, "demo": s.org.Demo, "staff": staffOf(s, uses)})
	}
	a.say(s.org.Name)
	a.printStaff(s)
	return nil
}

// sayDossier prints a dossier for a person to read.
func (a *app) sayDossier(s session, d *office.Dossier) {
	a.say(s.T("show.head", map[string]any{"Number": d.Number, "Step": s.T("step." + string(d.Step)), "Phase": s.T("phase." + string(d.Phase))}))
	if d.About {
		a.say(s.T("dossier.about-you"))
		for _, letter := range d.Letters {
			a.say("")
			a.say(letter.Text)
		}
		return
	}
	a.say(s.T("show.received", map[string]any{"At": s.Moment(d.ReceivedAt), "Owner": d.Owner.Name}))
	if !d.Whole {
		a.say(s.T("show.outline"))
		return
	}
	a.say(s.T("show.who", map[string]any{"Name": d.Form.ComplainantName, "Organisation": d.Form.Organisation}))
	a.say(d.Form.Subject)
	a.say("")
	a.say(d.Form.Description)
	a.say("")
	var rows [][]string
	for _, v := range d.Duties {
		due := ""
		if !v.DueAt.IsZero() {
			due = s.Moment(v.DueAt)
		}
		rows = append(rows, []string{v.Obligation.Title.In(string(s.Language())), s.T("status." + string(v.Status)), due})
	}
	a.table([]string{s.T("column.obligation"), s.T("column.status"), s.T("column.due")}, rows)
	a.say("")
	rows = nil
	for _, e := range d.Events {
		who := e.Actor.Name
		if who == "" {
			who = s.T("role.program")
		}
		rows = append(rows, []string{s.Moment(e.HappenedAt), who, s.T("event." + e.Name)})
	}
	a.table([]string{s.T("column.when"), s.T("column.who"), s.T("column.what")}, rows)
}
