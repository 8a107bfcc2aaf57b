// Package paper prints: the blank incident form for who fills it in by hand
// (S06), a letter, a dossier and the register. A PDF says everything with
// letters of its own, so that any name is printed, and the same bytes for the
// same content at the same moment.
//
// It may import office, organisation, complaint, procedure, calendar and lang. It reads through
// the office for one viewer and prints no more than what that gives.
package paper

import (
	"context"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// Paper is a PDF and how its file is called, without a folder.
type Paper struct {
	Name string
	PDF  []byte
}

// Printer prints for one viewer, in his language.
type Printer struct {
	Office  *office.Office
	Viewer  office.Viewer
	Speaker *lang.Speaker
}

// house is whose paper it is.
type house struct {
	name    string
	contact []string // address, e-mail, telephone; empty ones are left out
}

func houseOf(org *organisation.Organisation) house {
	return house{org.Name, []string{org.Address, org.Email, org.Phone}}
}

// Form prints the blank incident form.
func (p Printer) Form(ctx context.Context) (Paper, error) {
	org, err := p.Office.Organisation(ctx)
	if err != nil {
		return Paper{}, err
	}
	form, err := p.Office.Form(ctx, p.Viewer, "", procedure.NewComplaint, "")
	if err != nil {
		return Paper{}, err
	}
	if form.Offer.Fields == nil {
		return Paper{}, office.ErrNotFound
	}
	pdf, err := Blank(Form{houseOf(org), form.Offer.Fields, p.Office.Now()}, p.Speaker)
	return p.named("form", pdf), err
}

// Letter prints a letter of a complaint, in the language of letters: that of the
// organisation. Which is as in office.Letter.
func (p Printer) Letter(ctx context.Context, number string, kind complaint.LetterKind, which int) (Paper, error) {
	org, err := p.Office.Organisation(ctx)
	if err != nil {
		return Paper{}, err
	}
	l, err := p.Office.Letter(ctx, p.Viewer, number, kind, which)
	if err != nil {
		return Paper{}, err
	}
	if err := p.Office.Opened(ctx, p.Viewer, number); err != nil {
		return Paper{}, err
	}
	sp := lang.New(lang.Language(org.Language), p.Speaker.Zone())
	pdf, err := Letter(houseOf(org), *l, p.Office.Now(), sp)
	name := p.Speaker.T("paper-file.of", lang.Args{"Number": number, "Paper": p.Speaker.T("paper-file." + string(kind))})
	return Paper{fileName(name), pdf}, err
}

// Dossier prints all of a complaint that the viewer may see, with knownAt as it
// had been recorded by then.
func (p Printer) Dossier(ctx context.Context, number string, knownAt time.Time) (Paper, error) {
	org, err := p.Office.Organisation(ctx)
	if err != nil {
		return Paper{}, err
	}
	d, err := p.Office.Dossier(ctx, p.Viewer, number, knownAt)
	if err != nil {
		return Paper{}, err
	}
	if err := p.Office.Opened(ctx, p.Viewer, number); err != nil {
		return Paper{}, err
	}
	x := p.print(houseOf(org))
	x.Known = knownAt
	pdf, err := Dossier(x, d, p.Speaker)
	return Paper{fileName(number), pdf}, err
}

// mostPrinted is how many complaints a printed register has: 5,000 are some three
// hundred pages, and all of a hundred thousand would take a server 2 GB.
const mostPrinted = 5000

// Register prints the register as the viewer sees it, at most mostPrinted of it.
func (p Printer) Register(ctx context.Context, q office.Query) (Paper, error) {
	org, err := p.Office.Organisation(ctx)
	if err != nil {
		return Paper{}, err
	}
	q.Counts = true
	if q.Limit == 0 || q.Limit > mostPrinted {
		q.Limit = mostPrinted
	}
	page, err := p.Office.List(ctx, p.Viewer, q)
	if err != nil {
		return Paper{}, err
	}
	proc, err := p.Office.Procedure(ctx)
	if err != nil {
		return Paper{}, err
	}
	people := map[string]string{}
	for _, m := range org.Staff {
		people[m.ID] = m.Name
	}
	owner := q.Owner // a login
	if m, ok := org.ByLogin(q.Owner); ok {
		owner = m.Name
	}
	pdf, err := Register(p.print(houseOf(org)), Listing{Query: q, OwnerName: owner, Page: page, Procedure: proc, People: people}, p.Speaker)
	return p.named("register", pdf), err
}

func (p Printer) named(name string, pdf []byte) Paper {
	day := p.Office.Day(p.Office.Now()).String()
	return Paper{fileName(p.Speaker.T("paper-file."+name, lang.Args{"Day": day})), pdf}
}

// fileName leaves out what does not belong in the name of a file.
func fileName(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(` /\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, lang.Plain(name)) + ".pdf"
}

// Print is whose a print is, for whom and when it was made. Known is the moment
// by which what is printed had been recorded; zero is now.
type Print struct {
	house
	For         string
	Made, Known time.Time
}

func (p Printer) print(h house) Print {
	return Print{house: h, For: p.Viewer.Name, Made: p.Office.Now()}
}
