package spelling

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"leermoment/internal/lang"
)

// rule is what no text of ours does. Where says in which texts it is looked for:
// "" in all of them, else in those whose place matches.
type rule struct {
	why     string
	pattern *regexp.Regexp
	where   *regexp.Regexp
	but     *regexp.Regexp // what is taken out first
}

func never(why, pattern string) rule { return rule{why: why, pattern: regexp.MustCompile(pattern)} }

func (r rule) in(where string) rule {
	r.where = regexp.MustCompile(where)
	return r
}

func (r rule) except(but string) rule {
	r.but = regexp.MustCompile(but)
	return r
}

// word makes a rule of words that are not said, and of what is said instead.
func word(instead string, words ...string) rule {
	return never("says what nobody here says; say "+instead, `(?i)(^|[^\p{L}-])(`+strings.Join(words, "|")+`)($|[^\p{L}-])`).
		except(`\{\{.*?\}\}`)
}

// Families of the catalogue whose texts are whole sentences, and those whose
// texts are names that stand in a column, on a tab or beside a field.
const (
	sentences = `: (refusal|fault|after|usage|moment|remote|warning|discard)\.|\.explain$`
	names     = `: (action|field|choice|event|role|step|step-short|phase|outcome|status|severity|channel|kind|letter|` +
		`answer|delivery|recipient|verdict|letter-state|term|unit|weekday|month|view|key|column|hint|reason|word)\.[^ .]+$|\.title$`
)

// code is what a file of settings has: a list of texts between brackets, or what
// stands between backticks.
const code = "`[^`]*`|" + `\["[^"]*"(, "[^"]*")*\]`

// both are the rules of both languages.
var both = []rule{
	never("has two spaces", `[^}]  `).except(`^[^:]*: {2,}`),
	never("has a space before a point or a comma", ` ([,.;:](\s|$)|[!?](\s+[^\p{Ll}]|\s*$))`), // ? and ! before a small letter are a key and a sign
	never("has a space at its end", ` $`).in(`^catalogue|\.toml`),
	never("has a straight quotation mark or apostrophe; write ‘ ’ or ’", `["']`).except(code + `|\{\{.*?\}\}`),
	never("has “ ”; words are quoted with ‘ ’, sentences of the procedure with « »", `[“”„]`),
	never("has three points; write …", `\.\.\.`),
	never("has a hyphen where a dash belongs; write –", ` - `).except(`(or|of|op|give|hier) -|-o -|- <|[<>] `),
	never("is a sentence and ends without a full stop", `[^.?!}…]$`).in(sentences).except(`(: \{\{[^}]*\}\}| form > \S+| BESTAND| FILE|\d{4}-\d{2}-\d{2})$`),
	never("is a name and ends with a full stop", `\.$`).in(names).except(`min\.$`),
}

var rules = map[lang.Language][]rule{
	lang.NL: append([]rule{
		word("u, uw", "je", "jij", "jou", "jouw", "jullie"),
		word("wat er niet klopt", `ongeldige?`, "error", "fout opgetreden", "invalid", "mislukt"),
		word("vastleggen", "submit", "submitten", "records?", "opslaan", "indienen"),
		word("wat het is", "items?", `entiteit(en)?`, "velden zijn verplicht", "verplicht veld", "button", "default", "unknown"),
		word("medewerker, collega, u", "user", "users", "gebruikers?", "gebruikersnaam"),
		word("toets, druk op", "klik", "klikken", "selecteer", "selecteren", "ingeven", "enteren"),
		word("gewone woorden", "gelieve", "dient te", "dienen te", "middels", "alsmede", "tevens", "derhalve", "reeds", "betreffende"),
		word("e-mail", "per mail", "email", "mailtje"),
		word("klager, opdrachtgever of cursist", `klant(en)?`, `deelnemers?`, "consument"),
		word("klacht of melding", "ticket", "case", "issue"),
		word("klachtenoverzicht", "register"),
		word("termijn, uiterlijk", "deadline"),
		never("writes a time with a colon; write 14.10", `\d:\d\d`).except(`\d{4}-\d\d-\d\d \d\d:\d\d|127\.0\.0\.1:\d+`),
		never("begins with a word in capitals", `^\p{Lu}{2,} `).in(`: (refusal|fault|after)\.`),
	}, both...),
	lang.EN: append([]rule{
		word("English", "klacht", "klager", "het", "een", "niet", "voor", "wordt", "zijn", "naar", "uw", "maar", "geen", "alle"),
		word("what is wrong", "invalid", "error", "illegal", "failed").except(`\{\{.*?\}\}|standard error`), // the name of a stream
		word("record", "submit"),
		word("the thing's own name", "items?", `entit(y|ies)`),
		word("member of staff, colleague, you", "users?", "user name", "username"),
		word("complaint or notice", "ticket", "case", "issue"),
		word("client, participant or complainant", "customers?", "trainees?", "attendees?"),
		word("e-mail", "email", "by mail"),
		word("justified", "founded", "unfounded", "ungrounded"),
		word("they, their", "he", "his", "him", "himself"),
		word("recurrence", "repetition"),
		word("saved, for a draft", "draft kept"),
		word("term, by", "deadline"),
		never("spells American", `(?i)\b\w+(ize|izes|ized|izing|ization|color|behavior)\b`).except(`(?i)\bsizes?\b`),
		never("writes a time with a point; write 14:10", `\b\d{1,2}\.\d\d\b`),
	}, both...),
}

// Every text keeps to the rules. The demo's people speak as they like, in our
// typography.
func TestEverythingIsWordedWell(t *testing.T) {
	for l, kept := range rules {
		texts := ours(t, l)
		for _, s := range texts {
			for _, r := range kept {
				if r.broken(s) {
					t.Errorf("%s: %s:\n\t%s", s.at, r.why, s.says)
				}
			}
		}
		if len(texts) < 900 {
			t.Errorf("%s: only %d texts; the search has gone blind", l, len(texts))
		}
	}
	for _, s := range stories(t) {
		for _, r := range both {
			if r.broken(s) {
				t.Errorf("%s: %s:\n\t%s", s.at, r.why, s.says)
			}
		}
	}
	for _, s := range manual(t) {
		for _, r := range rules[lang.NL] {
			if says := noWord.ReplaceAllString(strings.TrimSpace(s.says), "x"); r.broken(text{s.at, says}) {
				t.Errorf("%s: %s:\n\t%s", s.at, r.why, s.says)
			}
		}
	}
}

// Where a number stands before a word, the number decides about the word.
func TestWhatIsCountedHasAPlural(t *testing.T) {
	counted := regexp.MustCompile(`\{\{\.N\}\} \p{L}`)
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		for key, values := range lang.Values(l) {
			if len(values) == 1 && counted.MatchString(values[0]) {
				t.Errorf("catalogue %s: %s counts with one text for every number: %q", l, key, values[0])
			}
		}
	}
}

func (r rule) broken(s text) bool {
	if r.where != nil && !r.where.MatchString(s.at) {
		return false
	}
	says := s.says
	if r.but != nil {
		says = r.but.ReplaceAllString(says, ".")
	}
	return r.pattern.MatchString(says)
}

func TestBadWordingIsSeen(t *testing.T) {
	for bad, l := range map[string]lang.Language{
		"Weet je het zeker?":              lang.NL,
		"Ongeldige invoer.":               lang.NL,
		"Deze gebruiker is er al.":        lang.NL,
		"Om 14:10 gebeurd":                lang.NL,
		"Twee  spaties":                   lang.NL,
		"Een woord , en nog een":          lang.NL,
		"Foto's":                          lang.NL,
		"Zo: [\"A\", \"F3\"] of \"A\"":    lang.NL,
		"Kom ! En ga ?":                   lang.NL,
		"Even wachten...":                 lang.NL,
		"Het “ding”":                      lang.NL,
		"Invalid input.":                  lang.EN,
		"De klacht is recorded.":          lang.EN,
		"Send by mail":                    lang.EN,
		"The director settles it himself": lang.EN,
		"At 14.10 today":                  lang.EN,
	} {
		if !slices.ContainsFunc(rules[l], func(r rule) bool { return r.broken(text{"catalogue: x.y", bad}) }) {
			t.Errorf("%q breaks no rule", bad)
		}
	}
	for at, bad := range map[string]string{"catalogue nl: refusal.x": "Dit kan niet", "catalogue nl: action.x": "Dit doen."} {
		if !slices.ContainsFunc(both, func(r rule) bool { return r.broken(text{at, bad}) }) {
			t.Errorf("%s: %q breaks no rule", at, bad)
		}
	}
}
