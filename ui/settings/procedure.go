package settings

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// procedureLines say which procedure is in force, since when and by whom.
func (s *Screen) procedureLines() []kit.Line {
	sp, p, is := s.c.Speaker, s.is.Procedure, s.is
	since := sp.T("settings.since-start", lang.Args{"At": sp.Day(is.AdoptedAt)})
	if is.AdoptedBy.ID != "" {
		since = sp.T("settings.since", lang.Args{"At": sp.Day(is.AdoptedAt), "Name": is.AdoptedBy.Name})
	}
	lines := []kit.Line{{Text: sp.T("settings.version", lang.Args{"Title": p.Title.In(string(sp.Language())), "Version": p.Version}), Tone: kit.Accent},
		{Text: since}, {}, {Text: sp.N("settings.obligations", len(p.Obligations))}, {Text: sp.N("settings.sentences", len(p.Sentences))}}
	if len(p.Changes) > 0 {
		lines = append(lines, kit.Line{Text: sp.N("settings.changes", len(p.Changes))})
	}
	lines = append(lines, kit.Line{}, kit.Line{Text: sp.T("settings.old-keep"), Tone: kit.Muted}, kit.Line{Text: sp.T("settings.read-all"), Tone: kit.Muted})
	for i := range lines {
		lines[i].Indent = 1
	}
	return lines
}

func (s *Screen) readProcedure() tea.Cmd {
	c, title := s.c, s.c.Speaker.T("settings.procedure")
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		text, err := c.Office.ProcedureText(ctx)
		if err != nil {
			return nav.Say{Text: c.Speaker.Why(err, "app.failed")}
		}
		return nav.Read{Title: title, Text: string(text)}
	}
}

// compared is a file that was read: what is wrong with it, else what it would
// change.
type compared struct {
	to    *Screen
	use   bool // it is to be put in force
	is    *procedure.Procedure
	text  []byte
	err   error // that it cannot be read
	wrong procedure.Faults
}

func (s *Screen) askCheck() { s.askFile("settings.check-title", "settings.remote-check", false) }
func (s *Screen) askUse()   { s.askFile("settings.use-title", "settings.remote-file", true) }

// askFile asks where a procedure's file is; at another machine there is none.
func (s *Screen) askFile(title, remote string, use bool) {
	sp, c := s.c.Speaker, s.c
	if c.ReadFile == nil {
		s.said = sp.T(remote)
		return
	}
	s.open(change{title: sp.T(title), then: func(v map[string]string) tea.Cmd {
		return func() tea.Msg {
			text, err := c.ReadFile(v["file"])
			if err != nil {
				return compared{to: s, err: err}
			}
			is, err := procedure.Load(v["file"], text)
			var wrong procedure.Faults
			errors.As(err, &wrong)
			return compared{to: s, use: use, is: is, text: text, wrong: wrong}
		}
	}}, kit.Field{Name: "file", Title: sp.T("settings.file"), Kind: kit.FileField, Required: true, Hint: sp.T("settings.file-hint")})
}

// wasCompared says what is wrong with a file or what it would change, and asks
// before it is put in force.
func (s *Screen) wasCompared(x compared) tea.Cmd {
	sp, c := s.c.Speaker, s.c
	title := s.change.title
	switch {
	case s.form == nil:
		return nil
	case x.err != nil:
		s.form.SetFaults(map[string]string{"file": sp.Fault("file", nil)})
		return nil
	case x.wrong != nil:
		lines := []string{sp.N("command.procedure-faults", len(x.wrong)), ""}
		for _, f := range x.wrong {
			lines = append(lines, sp.T("procedure-fault.at", lang.Args{"Part": wording.Place(f), "What": wording.Fault(sp, f)}))
		}
		return nav.To(nav.Read{Title: title, Text: strings.Join(lines, "\n")})
	}
	differs := strings.Join(wording.Difference(sp, procedure.Compare(s.is.Procedure, x.is)), "\n")
	if !x.use {
		good := sp.T("command.procedure-good", lang.Args{"Title": x.is.Title.In(string(sp.Language())), "N": len(x.is.Obligations)})
		return nav.To(nav.Read{Title: title, Text: good + "\n\n" + differs})
	}
	s.ask = kit.NewConfirm(s.c.Styles, sp, sp.T("settings.use-ask", lang.Args{"Title": x.is.Title.In(string(sp.Language()))}), differs)
	s.agreed = func() tea.Cmd {
		return s.record(func(ctx context.Context, seen int) error {
			err := c.Office.UseProcedure(ctx, c.Viewer, seen, x.text)
			var wrong procedure.Faults
			if errors.As(err, &wrong) {
				return complaint.Faults{{Field: "file", Key: "file"}}
			}
			return err
		})
	}
	return nil
}
