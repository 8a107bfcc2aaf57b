package linear

import (
	"slices"
	"strconv"
	"strings"

	"leermoment/internal/lang"
	"leermoment/internal/wording"
)

// cutOff is a text of several lines that the end of the line broke off.
type cutOff struct{ text string }

func (*cutOff) Error() string { return "the line ended within a text" }

// longValue asks for a text of several lines. One that stands there already,
// such as a prepared letter, is read out word for word, and can be kept,
// changed in one line, or written anew.
func (s *session) longValue(x wording.Field, value string) (string, error) {
	if strings.TrimSpace(value) == "" {
		return s.typeText(x, value)
	}
	edited := strings.Split(lang.PlainLines(value), "\n")
	changed := false
	s.sayText(strings.Join(edited, "\n"))
	for {
		a, err := s.ask(s.sp.T("linear.text-keep"), s.sp.T("linear.help-text"), s.sp.T("linear.help-field"))
		if err != nil {
			return "", err
		}
		rest, line := s.after(a, "line")
		n, err := strconv.Atoi(rest)
		switch {
		case a.text == "" && !changed:
			return value, nil // byte for byte
		case a.text == "":
			return strings.Join(edited, "\n"), nil
		case s.is(a, "previous"):
			return "", errPrevious
		case s.is(a, "empty"):
			return "", nil
		case s.is(a, "new"):
			return s.typeText(x, "")
		case line && err == nil && n >= 1 && n <= len(edited):
			b, err := s.ask(s.sp.T("linear.text-line", lang.Args{"Line": n, "Text": edited[n-1]}), s.sp.T("linear.help-line"))
			if err != nil {
				return "", err
			}
			switch {
			case s.is(b, "empty"):
				edited = slices.Delete(edited, n-1, n)
			case b.text != "":
				edited[n-1] = b.text
			}
			changed = true
			s.sayText(strings.Join(edited, "\n"))
		case line:
			s.sayLines(edited)
		default:
			s.say(s.sp.T("linear.not-understood"))
		}
	}
}

// sayText reads a text out, word for word.
func (s *session) sayText(text string) {
	s.say(s.sp.T("linear.text-begins"), text, s.sp.T("linear.text-ends"))
}

// sayLines reads a text out with the numbers of its lines.
func (s *session) sayLines(lines []string) {
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			s.say(s.sp.T("linear.item", lang.Args{"N": i + 1, "Text": line}))
		}
	}
}

// typeText takes a text, line by line, up to a line with a full stop alone. An
// empty first line takes what stands.
func (s *session) typeText(x wording.Field, stands string) (string, error) {
	prompt := s.sp.T("linear.type-long")
	if !x.Required {
		prompt = strings.Join([]string{prompt, s.sp.T("linear.enter-skips")}, " ")
	}
	a, err := s.ask(prompt, s.sp.T("linear.help-text"), s.sp.T("linear.help-field"))
	switch {
	case err != nil:
		return "", err
	case s.is(a, "previous"):
		return "", errPrevious
	case s.is(a, "empty"), a.text == ".":
		return "", nil
	case a.text == "" && !a.literal:
		return stands, nil
	}
	lines := []string{a.text}
	for {
		text, err := s.line.read()
		if err != nil {
			return "", &cutOff{strings.Join(lines, "\n")}
		}
		if strings.TrimSpace(text) == "." {
			return strings.TrimRight(lang.PlainLines(strings.Join(lines, "\n")), "\n "), nil
		}
		lines = append(lines, text)
	}
}
