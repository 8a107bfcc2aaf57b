package dossier

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/ui/nav"
)

// print prints the dossier as it is shown; at a letter it asks whether that is
// meant.
func (s *Screen) print() tea.Cmd {
	sp := s.c.Speaker
	all := nav.Print{Paper: nav.DossierPaper, Subject: s.d.Number, Known: s.known}
	letter, ok := s.letterToPrint()
	if !ok {
		return nav.To(all)
	}
	return nav.To(nav.Pick{Title: sp.T("print.what"), Choices: []nav.Choice{
		{ID: string(nav.LetterPaper), Label: sp.T("print.letter", lang.Args{"Kind": sp.T("letter." + letter.Kind)})},
		{ID: string(nav.DossierPaper), Label: sp.T("print.dossier", lang.Args{"Number": s.d.Number})},
	}, To: func(id string) tea.Msg {
		if id == string(nav.LetterPaper) {
			return letter
		}
		return all
	}})
}

// letterToPrint is the letter under the cursor, counted among those of its kind;
// to whom the complaint is about, the copy that he was sent.
func (s *Screen) letterToPrint() (nav.Print, bool) {
	n := len(s.d.Letters) - 1
	if !s.d.About {
		id, ok := s.table.Selected()
		if !ok || s.part() != letters {
			return nav.Print{}, false
		}
		n, _ = strconv.Atoi(id)
	}
	if n < 0 {
		return nav.Print{}, false
	}
	which := 0
	for _, l := range s.d.Letters[:n+1] {
		if l.Kind == s.d.Letters[n].Kind {
			which++
		}
	}
	return nav.Print{Paper: nav.LetterPaper, Subject: s.d.Number, Kind: string(s.d.Letters[n].Kind), Which: which}, true
}
