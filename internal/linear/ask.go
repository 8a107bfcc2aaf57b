package linear

import (
	"slices"
	"strconv"
	"strings"

	"leermoment/internal/lang"
)

// answer is what a person typed. What begins with = is taken as it stands, also
// where it would be a word of the program.
type answer struct {
	text    string
	literal bool
}

// is says whether an answer is a word of the program, in either language.
func (s *session) is(a answer, word string) bool {
	if a.literal {
		return false
	}
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		if strings.EqualFold(a.text, lang.New(l, s.sp.Zone()).T("linear-word."+word)) {
			return true
		}
	}
	return false
}

// after is what follows a word of the program, and whether the answer begins
// with that word.
func (s *session) after(a answer, word string) (rest string, ok bool) {
	first, rest, _ := strings.Cut(a.text, " ")
	return strings.TrimSpace(rest), s.is(answer{first, a.literal}, word)
}

// ask says what can be answered and gives the answer. A question mark explains
// and asks again; the words that lead up, or end it all, come as an error.
func (s *session) ask(prompt string, help ...string) (answer, error) {
	for {
		s.say(prompt)
		line, err := s.line.read()
		if err != nil {
			return answer{}, err
		}
		a := answer{text: strings.TrimSpace(lang.Plain(line))}
		if rest, ok := strings.CutPrefix(a.text, "="); ok {
			return answer{rest, true}, nil
		}
		switch {
		case a.text == "?":
			s.say(help...)
			s.say(s.sp.T("linear.help"))
		case s.is(a, "back"):
			return a, errBack
		case s.is(a, "stop"):
			return a, errStop
		default:
			return a, nil
		}
	}
}

// yes asks something that is answered by yes or no; an empty line is what
// stands.
func (s *session) yes(question string, stands bool, help ...string) (bool, error) {
	key := "linear.yes-no-no"
	if stands {
		key = "linear.yes-no-yes"
	}
	for {
		a, err := s.ask(s.sp.T(key, lang.Args{"Question": question}), help...)
		if err != nil {
			return false, err
		}
		switch {
		case a.text == "":
			return stands, nil
		case s.is(a, "yes"), s.is(a, "y"):
			return true, nil
		case s.is(a, "no"), s.is(a, "n"):
			return false, nil
		}
		s.say(s.sp.T("linear.not-understood"))
	}
}

// exactly is the choice that an answer means by its number or its words.
func exactly(text string, labels []string) (int, bool) {
	if n, err := strconv.Atoi(strings.TrimSuffix(text, ".")); err == nil {
		return n - 1, n >= 1 && n <= len(labels)
	}
	i := slices.IndexFunc(labels, func(l string) bool { return strings.EqualFold(lang.Plain(l), text) })
	return i, i >= 0
}

// shortest is how many letters a word in the midst of a choice has at least, to
// mean it.
const shortest = 4

// place is the choice that an answer means: its number, its words, or the only
// one that begins so, else the only one that has it in it. False where it is none.
func place(text string, labels []string) (int, bool) {
	if i, ok := exactly(text, labels); ok {
		return i, true
	}
	low := strings.ToLower(text)
	within := func(label, text string) bool { return len(text) >= shortest && strings.Contains(label, text) }
	for _, fits := range []func(label, text string) bool{strings.HasPrefix, within} {
		var found []int
		for i, l := range labels {
			if low != "" && fits(strings.ToLower(lang.Plain(l)), low) {
				found = append(found, i)
			}
		}
		if len(found) > 0 {
			return found[0], len(found) == 1
		}
	}
	return -1, false
}
