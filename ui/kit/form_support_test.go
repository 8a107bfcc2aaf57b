package kit_test

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"leermoment/ui/kit"
	"leermoment/ui/uitest"
)

// phoned is the moment around which the forms of these tests are filled in.
var phoned = time.Date(2026, time.November, 24, 9, 41, 30, 0, time.UTC)

// program is a screen that holds one form and notes what comes of it.
type program struct {
	form   *kit.Form
	size   tea.WindowSizeMsg
	events *[]kit.Event
}

func (p program) Init() tea.Cmd { return nil }

func (p program) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		p.size = size
		return p, nil
	}
	event, cmd := p.form.Update(msg)
	if event != kit.NoEvent {
		*p.events = append(*p.events, event)
	}
	return p, cmd
}

func (p program) View() tea.View {
	v := tea.NewView(p.form.View(p.size.Width, p.size.Height))
	if x, y, ok := p.form.Cursor(); ok {
		v.Cursor = tea.NewCursor(x, y)
	}
	return v
}

// fill opens a form of these fields at 80×24.
func fill(tb uitest.TB, fields ...kit.Field) (*uitest.Driver, *kit.Form) {
	form := kit.NewForm(fields, dutch(), plain(), phoned)
	return uitest.New(tb, program{form: form, events: &[]kit.Event{}}, 80, 24), form
}

// last is what the last message brought that brought anything.
func last(d *uitest.Driver) kit.Event {
	events := *d.Model().(program).events
	if len(events) == 0 {
		return kit.NoEvent
	}
	return events[len(events)-1]
}

func holds(t *testing.T, form *kit.Form, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, form.Values()); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
}

func channels() []kit.Choice {
	return []kit.Choice{{"phone", "telefoon"}, {"mail", "e-mail"}, {"in-person", "op kantoor"}, {"letter", "brief"}, {"other", "anders"}}
}

func text(name, title string) kit.Field { return kit.Field{Name: name, Title: title} }

// intake is the form for a complaint that comes in by telephone.
func intake() []kit.Field {
	return []kit.Field{
		{Name: "received_at", Title: "Ontvangen", Kind: kit.MomentField, Value: "2026-11-24T09:40:00Z",
			Beside: func(map[string]string) string { return "bevestigen vóór wo 25-11 09.40" }},
		{Name: "channel", Title: "Hoe", Kind: kit.ChoiceField, Required: true, Choices: channels()},
		{Name: "name", Title: "Naam", Required: true},
		{Name: "email", Title: "E-mail", Check: func(value string) string {
			if value[len(value)-1] == '@' {
				return "er ontbreekt iets na de @"
			}
			return ""
		}},
		{Name: "subject", Title: "In één zin", Required: true},
		{Name: "description", Title: "Wat is er gebeurd", Kind: kit.LongField, Required: true},
		{Name: "remedy", Title: "Wat zou helpen", Hint: "mag ook niets zijn"},
		{Name: "serious", Title: "Ernstig?", Kind: kit.ChoiceField, Value: "false", Hint: "kan dit tot een claim leiden?",
			Choices: []kit.Choice{{"true", "ja"}, {"false", "nee"}}},
	}
}
