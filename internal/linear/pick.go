package linear

import (
	"regexp"
	"strings"

	"leermoment/internal/lang"
)

// portion is how many lines of a list are said at once.
const portion = 10

// item is a line of a list, and what it leads to; words are others by which it
// can be chosen.
type item struct {
	text string
	do   func() error
}

// also is something else that can be answered: a word of the program, with the
// sentence that says so.
type also struct {
	word  string
	do    func(rest string) error
	quiet bool // it is not said each time
}

// listing is a numbered list from which one line is chosen.
type listing struct {
	head  []string
	items []item
	all   []item // where only some are shown: all there are
	none  string // said where there is nothing in it
	enter int    // the place of what an empty line takes, from 1; 0 is none
	also  []also
	help  string // a key of the catalogue, or ""
	whole bool   // it is said whole: a menu
	top   bool   // there is no level above
}

var subject = regexp.MustCompile(`^(?i)([NM]-)?[0-9]{4}-[0-9]+$|^E-[0-9]+$`)

// pick says a list, portion by portion, until a line is chosen, and does what
// that leads to.
func (s *session) pick(l listing) error {
	s.say(l.head...)
	if len(l.items) == 0 && l.none != "" {
		s.say(l.none)
	}
	shown := s.sayItems(l, 0)
	for {
		a, err := s.ask(s.prompt(l, shown), s.helpOf(l)...)
		if err != nil {
			return err
		}
		word, sought := s.after(a, "find")
		labels := make([]string, len(l.items))
		for i, x := range l.items {
			labels[i] = x.text
		}
		i, chosen := place(a.text, labels)
		switch {
		case a.text == "" && l.enter > 0:
			return up(l.items[l.enter-1].do())
		case a.text == "" && shown < len(l.items), s.is(a, "more"):
			shown = s.sayItems(l, shown)
		case a.text == "":
			s.say(l.head...)
			shown = s.sayItems(l, 0)
		case sought:
			return s.pick(s.sifted(l, word))
		case subject.MatchString(a.text):
			return up(s.open(strings.ToUpper(a.text)))
		default:
			if done, err := s.other(l, a); done {
				return err
			}
			if chosen {
				return up(l.items[i].do())
			}
			s.say(s.sp.T("linear.not-understood"))
		}
	}
}

// other does what one of the other words of a list stands for.
func (s *session) other(l listing, a answer) (done bool, err error) {
	for _, x := range l.also {
		if rest, ok := s.after(a, x.word); ok {
			return true, up(x.do(rest))
		}
	}
	return false, nil
}

// sayItems says a portion of a list and gives how many were said by then.
func (s *session) sayItems(l listing, from int) int {
	to := min(from+portion, len(l.items))
	if l.whole || len(l.items)-to == 1 { // one alone is no portion
		to = len(l.items)
	}
	for i := from; i < to; i++ {
		s.say(s.sp.T("linear.item", lang.Args{"N": i + 1, "Text": l.items[i].text}))
	}
	return to
}

// prompt says what can be answered to a list.
func (s *session) prompt(l listing, shown int) string {
	sp := s.sp
	var said []string
	switch n := len(l.items); {
	case n == 0:
	case shown < n:
		said = append(said, sp.T("linear.pick-more", lang.Args{"Shown": shown, "All": n}))
	case n == 1:
		said = append(said, sp.T("linear.pick-one"))
	default:
		said = append(said, sp.T("linear.pick", lang.Args{"All": n}))
	}
	for _, x := range l.also {
		if !x.quiet {
			said = append(said, sp.T("linear-also."+x.word))
		}
	}
	key := "linear.always"
	if l.top {
		key = "linear.always-top"
	}
	said = append(said, sp.T(key))
	if l.enter > 0 {
		said = append(said, sp.T("linear.enter", lang.Args{"What": lang.Plain(l.items[l.enter-1].text)}))
	}
	return strings.Join(said, " ")
}

func (s *session) helpOf(l listing) (help []string) {
	if l.help != "" {
		help = append(help, s.sp.T(l.help))
	}
	if len(l.items) > 0 {
		help = append(help, s.sp.T("linear.help-list"))
	}
	return help
}

// sifted is a list with only the lines that have all these words; without any
// it is the list itself.
func (s *session) sifted(l listing, text string) listing {
	out := l
	if out.all == nil {
		out.all = l.items
	}
	out.items, out.enter = nil, 0
	for _, x := range out.all {
		fits := true
		for word := range strings.FieldsSeq(strings.ToLower(text)) {
			fits = fits && strings.Contains(strings.ToLower(x.text), word)
		}
		if fits {
			out.items = append(out.items, x)
		}
	}
	out.head = []string{s.sp.N("linear.found", len(out.items), lang.Args{"Text": text})}
	out.none = ""
	return out
}

// read says lines, portion by portion where they are many.
func (s *session) read(lines ...string) error {
	for len(lines) > readPortion {
		s.say(lines[:readPortion]...)
		lines = lines[readPortion:]
		more, err := s.yes(s.sp.N("linear.read-on", len(lines)), true)
		if err != nil || !more {
			return err
		}
	}
	s.say(lines...)
	return nil
}

// readPortion is how many lines of a text are said at once.
const readPortion = 60
