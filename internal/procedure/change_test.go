package procedure

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"leermoment/internal/calendar"
	"leermoment/internal/lang"
)

var changeDay = calendar.Day{Year: 2026, Month: time.November, Day: 25}

func days(n int) *calendar.Term { return &calendar.Term{Count: n, Unit: calendar.WorkingDays} }

func yes(b bool) *bool { return &b }

// changed is the embedded procedure with changes behind it.
func changed(t *testing.T, changes ...Change) *Procedure {
	t.Helper()
	text := DefaultText()
	for _, c := range changes {
		c.On, c.By = changeDay, "s3"
		text = Amend(text, c)
	}
	p, err := Load("procedure", text)
	if err != nil {
		t.Fatal(said(t, lang.EN, err))
	}
	return p
}

func TestAChangeStandsBehindTheText(t *testing.T) {
	p := changed(t,
		Change{Obligation: "assessment", Term: days(3)},
		Change{Obligation: "satisfaction", Opens: &calendar.Term{Count: 14, Unit: calendar.Days}},
		Change{List: CategoryList, Item: "parking", Added: true, Title: Text{"Parkeren \"P\"", "Parking"}},
		Change{List: CategoryList, Item: "venue", Title: Text{NL: "Zaal"}},
		Change{List: CategoryList, Item: "parking", Into: "venue"},
		Change{List: CauseList, Item: "outside", Retired: yes(true)},
	)
	was := Default()
	if o, _ := p.Obligation("assessment"); o.Term.String() != "3 working days" || !o.Own {
		t.Errorf("assessment: %v", o.Term)
	}
	if o, _ := p.Obligation("satisfaction"); o.Opens.String() != "14 days" || o.Term.String() != "30 days" {
		t.Errorf("satisfaction opens %v", o.Opens)
	}
	if o, _ := was.Obligation("assessment"); o.Term.String() != "2 working days" {
		t.Error("the text itself was changed")
	}
	venue, _ := p.Item(CategoryList, "venue")
	if diff := cmp.Diff(Text{"Zaal", "Venue"}, venue.Title); diff != "" {
		t.Error(diff)
	}
	if got := p.Present(CategoryList, "parking"); got != "venue" {
		t.Errorf("parking counts as %s", got)
	}
	if diff := cmp.Diff([]string{"venue", "parking"}, p.CountsAs(CategoryList, "parking")); diff != "" {
		t.Error(diff)
	}
	if parking, _ := p.Category("parking"); parking.Title.NL != `Parkeren "P"` || parking.InUse() {
		t.Errorf("parking: %+v", parking)
	}
	if got := len(p.InUse(CauseList)); got != len(was.Causes)-1 {
		t.Errorf("%d causes in use", got)
	}
	if p.Digest() == was.Digest() || len(p.Changes) != 6 || p.Changes[0].By != "s3" || p.Changes[0].On != changeDay {
		t.Errorf("changes: %+v", p.Changes)
	}
}

func TestWhatWasMergedOrRetiredCanComeBack(t *testing.T) {
	p := changed(t,
		Change{List: CategoryList, Item: "venue", Into: "organisation"},
		Change{List: CategoryList, Item: "organisation", Into: "other"},
		Change{List: CategoryList, Item: "content", Retired: yes(true)},
		Change{List: CategoryList, Item: "content", Retired: yes(false)},
	)
	if got := p.Present(CategoryList, "venue"); got != "other" {
		t.Errorf("venue counts as %s", got)
	}
	p = changed(t,
		Change{List: CategoryList, Item: "venue", Into: "organisation"},
		Change{List: CategoryList, Item: "venue", Retired: yes(false)},
	)
	if got := p.Present(CategoryList, "venue"); got != "venue" {
		t.Errorf("after coming back venue counts as %s", got)
	}
}

func TestAChangeThatCannotBeIsNamedWithItsLine(t *testing.T) {
	for _, x := range []struct{ name, block, on, nl, en string }{
		{"the text's number", "obligation = \"receipt-confirmation\"\nterm = \"3 working days\"", "term = \"3", `wijziging nummer 1: term van ‘receipt-confirmation’ is geen getal van de organisatie zelf`, `change number 1: the term of ‘receipt-confirmation’ is no number of the organisation’s own`},
		{"the text's opening", "obligation = \"destruction\"\nopens = \"60 months\"", "opens = \"60", `wijziging nummer 1: opens van ‘destruction’ is geen getal van de organisatie zelf`, `change number 1: the opens of ‘destruction’ is no number of the organisation’s own`},
		{"no term", "obligation = \"assessment\"\nterm = \"een poosje\"", "een poosje", `wijziging nummer 1: term is geen termijn: ‘een poosje’; schrijf ‘at once’, ‘same working day’, of een getal met hours, days, working days of months`, `change number 1: term is no term: ‘een poosje’; a term is ‘at once’, ‘same working day’, or a number with hours, days, working days or months`},
		{"no such obligation", "obligation = \"dance\"\nterm = \"1 day\"", "dance", `wijziging nummer 1: onbekende verplichting ‘dance’ bij obligation`, `change number 1: unknown obligation ‘dance’ in obligation`},
		{"opens too late", "obligation = \"satisfaction\"\nopens = \"40 days\"", "satisfaction", `wijziging nummer 1: dan kan het pas als de termijn voorbij is`, `change number 1: it would open when its term is over`},
		{"soon too long", "obligation = \"assessment\"\nsoon = \"3 days\"", "assessment", `wijziging nummer 1: soon is zo lang als de termijn zelf: dan is het vanaf het begin al bijna tijd`, `change number 1: soon is as long as the term itself: it would be due soon from the start`},
		{"soon at once", "obligation = \"assessment\"\nsoon = \"at once\"", "assessment", `wijziging nummer 1: ‘at once’ kan alleen bij een termijn`, `change number 1: ‘at once’ is for a term only`},
		{"nothing", "obligation = \"assessment\"", "assessment", `wijziging nummer 1: er verandert niets`, `change number 1: nothing changes`},
		{"two things", "obligation = \"assessment\"\ncategory = \"venue\"", "[[change]]", `wijziging nummer 1: een wijziging gaat over één verplichting, één categorie of één oorzaak`, `change number 1: a change is of one obligation, one category or one cause`},
		{"other retired", "category = \"other\"\nretired = true", `category = "other"`, `wijziging nummer 1: in de categorie ‘other’ komt wat nergens anders past; die blijft`, `change number 1: the category ‘other’ takes what fits nowhere else, so it stays`},
		{"into itself", "category = \"venue\"\ninto = \"venue\"", "into", `wijziging nummer 1: samenvoegen met zichzelf kan niet`, `change number 1: it cannot be merged into itself`},
		{"into nothing", "cause = \"planning\"\ninto = \"venue\"", "into", `wijziging nummer 1: onbekende oorzaak ‘venue’ bij into`, `change number 1: unknown cause ‘venue’ in into`},
		{"added twice", "category = \"venue\"\nadded = true\ntitle = { nl = \"Z\", en = \"V\" }", `category = "venue"`, `wijziging nummer 1: deze id is al gebruikt`, `change number 1: this id is used twice`},
		{"not there", "cause = \"venue\"\nretired = true", "cause = ", `wijziging nummer 1: onbekende oorzaak ‘venue’ bij cause`, `change number 1: unknown cause ‘venue’ in cause`},
		{"in use", "category = \"venue\"\nretired = false", "retired", `wijziging nummer 1: is gewoon in gebruik`, `change number 1: it is in use`},
		{"nothing of an item", "category = \"venue\"", `category = "venue"`, `wijziging nummer 1: er verandert niets`, `change number 1: nothing changes`},
		{"unknown", "category = \"venue\"\ncolour = \"red\"\ntitle.nl = \"Z\"", "colour", `wijziging nummer 1: onbekend woord ‘colour’`, `change number 1: unknown key ‘colour’`},
	} {
		t.Run(x.name, func(t *testing.T) {
			text := string(DefaultText()) + "\n[[change]]\non = \"2026-11-25\"\n" + x.block + "\n"
			_, err := Load("mine.toml", []byte(text))
			if err == nil {
				t.Fatal("it was loaded")
			}
			for l, want := range map[lang.Language]string{lang.NL: x.nl, lang.EN: x.en} {
				where, what, _ := strings.Cut(said(t, l, err), ": ")
				if line := lineOf(t, text, x.on); what != want || where != "mine.toml:"+itoa(line) {
					t.Errorf("%s: %s, want line %d: %s", where, what, line, want)
				}
			}
		})
	}
	if _, err := Load("mine.toml", []byte(string(DefaultText())+"\n[[change]]\nobligation = \"assessment\"\nterm = \"3 days\"\n")); err == nil {
		t.Error("a change without a day")
	}
	twice := "\n[[change]]\non = \"2026-11-25\"\ncategory = \"venue\"\nretired = true\n"
	if _, err := Load("mine.toml", []byte(string(DefaultText())+twice+twice)); err == nil {
		t.Error("retired twice")
	}
}

func itoa(n int) string {
	const digits = "0123456789"
	if n < 10 {
		return digits[n : n+1]
	}
	return itoa(n/10) + digits[n%10:n%10+1]
}

// Whatever is changed, in any order, either is refused or loads; what loads keeps
// every id, keeps "other" in use, and counts each item with one that is in use
// or with itself.
func TestAnySequenceOfChangesLoads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := DefaultText()
		was := Default()
		ids := []string{"content", "trainer", "venue", "other", "new", "é x"}
		for range rapid.IntRange(1, 12).Draw(t, "how many") {
			c := Change{On: changeDay, By: rapid.SampledFrom([]string{"", "s1"}).Draw(t, "by")}
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				o := rapid.SampledFrom(was.Obligations).Draw(t, "obligation")
				term := calendar.Term{Count: rapid.IntRange(0, 40).Draw(t, "n"), Unit: rapid.SampledFrom([]calendar.Unit{calendar.AtOnce, calendar.Hours, calendar.Days, calendar.WorkingDays, calendar.Months}).Draw(t, "unit")}
				c.Obligation = o.ID
				c = c.WithNumber(rapid.SampledFrom([]NumberName{TermNumber, OpensNumber, SoonNumber}).Draw(t, "number"), term)
			case 1:
				c.List, c.Item, c.Into = CategoryList, rapid.SampledFrom(ids).Draw(t, "item"), rapid.SampledFrom(ids).Draw(t, "into")
			case 2:
				c.List, c.Item, c.Retired = CategoryList, rapid.SampledFrom(ids).Draw(t, "item"), yes(rapid.Bool().Draw(t, "retired"))
			case 3:
				c.List, c.Item, c.Title = CategoryList, rapid.SampledFrom(ids).Draw(t, "item"), Text{NL: rapid.StringMatching(`[a-z"\\\n\t#é]{0,6}`).Draw(t, "nl")}
			case 4:
				c.List, c.Item, c.Added, c.Title = CategoryList, rapid.SampledFrom(ids).Draw(t, "item"), true, Text{"N", "N"}
			}
			next := Amend(text, c)
			p, err := Load("procedure", next)
			if err != nil {
				if _, ok := err.(Faults); !ok {
					t.Fatal(err)
				}
				for _, f := range err.(Faults) {
					if f.Key == "no-toml" {
						t.Fatalf("the text itself is broken: %v\n%s", f, next[len(text):])
					}
				}
				continue
			}
			text = next
			whole(t, was, p)
			was = p
		}
	})
}

func whole(t *rapid.T, was, p *Procedure) {
	if len(p.Changes) != len(was.Changes)+1 || p.Digest() == was.Digest() {
		t.Fatal("a change is not there")
	}
	for _, i := range was.Categories {
		if _, ok := p.Category(i.ID); !ok {
			t.Fatalf("%s is gone", i.ID)
		}
	}
	if other, _ := p.Category("other"); !other.InUse() {
		t.Fatal("other is not in use")
	}
	for _, i := range p.Categories {
		now, ok := p.Category(p.Present(CategoryList, i.ID))
		if !ok || now.Into != "" {
			t.Fatalf("%s counts as %s", i.ID, now.ID)
		}
	}
}
