package command

import (
	"context"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
)

type shownNotice struct {
	ID           string  `json:"id"`
	ReceivedAt   *string `json:"received_at"`
	FiledBy      *string `json:"filed_by"`
	State        string  `json:"state"`
	Complaint    *string `json:"complaint"`
	Channel      string  `json:"channel"`
	Name         string  `json:"complainant_name"`
	Organisation string  `json:"organisation"`
	Email        string  `json:"email"`
	Phone        string  `json:"phone"`
	Subject      string  `json:"subject"`
	Description  string  `json:"description"`
	Reason       string  `json:"reason"`
}

// showNotice prints a notice.
func (a *app) showNotice(ctx context.Context, s session, id string) error {
	n, err := s.office.Notice(ctx, s.viewer, id)
	if err != nil {
		return err
	}
	by, _ := s.org.Member(n.By)
	if a.flags.json {
		return a.print(shownNotice{n.ID, stamp(n.ReceivedAt), orNull(by.Login), string(n.State), orNull(n.Complaint), string(n.Channel),
			n.Sender.Name, n.Sender.Organisation, n.Sender.Email, n.Sender.Phone, n.Subject, n.Description, n.Reason})
	}
	a.say(s.T("inbox.received", map[string]any{"At": s.Moment(n.ReceivedAt), "Channel": s.T("channel." + string(n.Channel))}))
	a.say(s.T("inbox.from", map[string]any{"Name": n.Sender.Name, "Organisation": n.Sender.Organisation}))
	a.say(n.Subject)
	a.say("")
	a.say(n.Description)
	switch n.State {
	case complaint.NoticeAccepted:
		a.say(s.T("inbox.became", map[string]any{"Number": n.Complaint}))
	case complaint.NoticeAside:
		a.say(s.T("inbox.aside", map[string]any{"Why": s.T("choice.aside." + string(n.Aside)), "Reason": n.Reason}))
	}
	return nil
}

type shownExpert struct {
	ID          string               `json:"id"`
	Name        string               `json:"name"`
	Findings    []shownFinding       `json:"findings"`
	Measures    []shownExpertMeasure `json:"measures"`
	Obligations []shownOwed          `json:"obligations"`
}

type shownFinding struct {
	At           *string `json:"at"`
	Insufficient bool    `json:"insufficient"`
	Source       string  `json:"source"`
	Complaint    *string `json:"complaint"`
	Finding      string  `json:"finding"`
}

type shownExpertMeasure struct {
	At        *string       `json:"at"`
	Kind      string        `json:"kind"`
	Client    *string       `json:"client"`
	Until     *calendar.Day `json:"until"`
	Complaint *string       `json:"complaint"`
	What      string        `json:"what"`
}

type shownOwed struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	Status string  `json:"status"`
	DueAt  *string `json:"due_at"`
}

// showExpert prints an expert's file.
func (a *app) showExpert(ctx context.Context, s session, id string) error {
	f, err := s.office.Expert(ctx, s.viewer, id)
	if err != nil {
		return err
	}
	out := shownExpert{ID: f.ID, Name: f.Name, Findings: []shownFinding{}, Measures: []shownExpertMeasure{}, Obligations: []shownOwed{}}
	for _, x := range f.Findings {
		out.Findings = append(out.Findings, shownFinding{stamp(x.At), x.Insufficient, string(x.Source), orNull(x.Complaint), x.Text})
	}
	for _, m := range f.Measures {
		shown := shownExpertMeasure{At: stamp(m.At), Kind: string(m.Kind), Client: orNull(m.Client), Complaint: orNull(m.Complaint), What: m.What}
		if !m.Until.IsZero() {
			shown.Until = &m.Until
		}
		out.Measures = append(out.Measures, shown)
	}
	for _, d := range f.Duties {
		out.Obligations = append(out.Obligations, shownOwed{d.Obligation.ID, d.Obligation.Title.In(string(s.Language())), string(d.Status), stamp(d.DueAt)})
	}
	if a.flags.json {
		return a.print(out)
	}
	a.say(f.ID + "  " + f.Name)
	for _, x := range f.Findings {
		verdict := s.T("choice.insufficient.no")
		if x.Insufficient {
			verdict = s.T("choice.insufficient.yes")
		}
		a.say(s.T("experts.finding", map[string]any{"At": s.Day(x.At), "Source": s.T("choice.source." + string(x.Source)), "Verdict": verdict}))
		a.say(x.Text)
	}
	for _, m := range f.Measures {
		key := "experts.measure"
		if m.Kind == complaint.ExcludedAtClient {
			key = "experts.exclusion"
		}
		a.say(s.T(key, map[string]any{"At": s.Day(m.At), "Kind": s.T("choice.expert_measure." + string(m.Kind)), "Client": m.Client}))
		a.say(m.What)
	}
	return nil
}
