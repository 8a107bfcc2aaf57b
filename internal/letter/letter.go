// Package letter prepares letters in the organisation's name from templates.
// What it makes is a proposal: a person reads it, changes it, and what really
// went out is kept word for word with the complaint.
//
// It may import complaint, procedure, calendar and lang.
package letter

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"text/template"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/procedure"
)

//go:embed templates/*.txt
var files embed.FS

// Sender is the organisation as it signs.
type Sender struct{ Name, Address, Email, Phone string }

// Setting is what a letter needs besides the complaint.
type Setting struct {
	Sender    Sender
	Language  lang.Language
	Procedure *procedure.Procedure
	Calendar  calendar.Calendar
	Signer    string // who signs
	Owner     string // name of the problem owner
	Concerned string // how the person concerned is called
	Now       time.Time
}

// templates are read when the first letter is written.
var templates = sync.OnceValues(func() (*template.Template, error) { return template.ParseFS(files, "templates/*.txt") })

// content is what a template can name.
type content struct {
	Sender
	Complaint   *complaint.Complaint
	Signer      string
	Owner       string
	Concerned   string
	Today       string
	ReceivedDay string
	Due         string // the day on which the outcome is promised
	Independent string
	Salutation  string
	Channel     string
	Until       string // the day promised by the last delay
	Why         string
}

// Write prepares a letter of this kind.
func Write(kind complaint.LetterKind, c *complaint.Complaint, s Setting) (string, error) {
	speaker := lang.New(s.Language, s.Calendar.Zone())
	data := content{Sender: s.Sender, Complaint: c, Signer: s.Signer, Owner: s.Owner, Concerned: s.Concerned,
		Today: speaker.LongDay(s.Now), ReceivedDay: speaker.LongDay(c.ReceivedAt), Salutation: strings.TrimSpace(c.Form.ComplainantName),
		Channel: speaker.T("channel." + string(c.Form.Channel))}
	for _, d := range complaint.Duties(c, s.Procedure, s.Calendar) {
		if d.Obligation.Extendable {
			data.Due = speaker.LongDay(d.DueAt)
		}
	}
	if n := len(c.Delays); n > 0 {
		data.Until, data.Why = speaker.LongDay(s.Calendar.EndOf(c.Delays[n-1].Until)), c.Delays[n-1].Why
	}
	if p, ok := s.Procedure.IndependentOn(s.Calendar.Day(s.Now)); ok {
		data.Independent = p.Name + ", " + p.Title.In(string(s.Language))
	}
	t, err := templates()
	if err != nil {
		return "", fmt.Errorf("letters: %w", err)
	}
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, string(kind)+"."+string(s.Language)+".txt", data); err != nil {
		return "", fmt.Errorf("letter %s: %w", kind, err)
	}
	return strings.TrimSpace(b.String()) + "\n", nil
}
