package dossier

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"leermoment/ui/nav"
)

// copy asks what is to be copied, the number first; where there is nothing
// else, that is copied at once.
func (s *Screen) copy() tea.Cmd {
	sp := s.c.Speaker
	var choices []nav.Choice
	var texts []string
	add := func(label, text string) {
		if text != "" {
			choices = append(choices, nav.Choice{ID: strconv.Itoa(len(texts)), Label: label, Detail: text})
			texts = append(texts, text)
		}
	}
	add(sp.T("copy.number"), s.d.Number)
	if s.d.Whole {
		f := s.d.Form
		add(sp.T("field.email"), f.Email)
		add(sp.T("field.phone"), f.Phone)
		add(sp.T("field.address"), f.Address)
		if n := s.letterAtHand(); n >= 0 {
			add(sp.T("letter."+string(s.d.Letters[n].Kind)), s.d.Letters[n].Text)
		}
	}
	if len(texts) == 1 {
		return nav.To(nav.Copy{Text: texts[0]})
	}
	return nav.To(nav.Pick{Title: sp.T("copy.what"), Choices: choices, To: func(id string) tea.Msg {
		n, _ := strconv.Atoi(id)
		return nav.Copy{Text: texts[n]}
	}})
}

// letterAtHand is the letter under the cursor, else the last one; -1 for none.
func (s *Screen) letterAtHand() int {
	if id, ok := s.table.Selected(); ok && s.part() == letters {
		n, _ := strconv.Atoi(id)
		return n
	}
	return len(s.d.Letters) - 1
}
