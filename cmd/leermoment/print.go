package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/paper"
	"leermoment/ui"
	"leermoment/ui/nav"
)

// documents is where somebody looks for what he made: his documents, else his
// home folder.
func documents() string {
	if info, err := os.Stat(xdg.UserDirs.Documents); err == nil && info.IsDir() {
		return xdg.UserDirs.Documents
	}
	return xdg.Home
}

// printsTo prints for who sits at this machine, into a folder.
func printsTo(o *office.Office, folder string) ui.Printing {
	return func(ctx context.Context, v office.Viewer, sp *lang.Speaker, what nav.Print) (path string, err error) {
		made, err := printed(ctx, paper.Printer{Office: o, Viewer: v, Speaker: sp}, what)
		if err != nil {
			return "", err
		}
		return besides(folder, made)
	}
}

func printed(ctx context.Context, p paper.Printer, what nav.Print) (paper.Paper, error) {
	switch what.Paper {
	case nav.FormPaper:
		return p.Form(ctx)
	case nav.LetterPaper:
		return p.Letter(ctx, what.Subject, complaint.LetterKind(what.Kind), what.Which)
	case nav.DossierPaper:
		return p.Dossier(ctx, what.Subject, what.Known)
	}
	return p.Register(ctx, office.Query{View: office.View(what.View), Search: what.Search, Order: office.OrderOf(what.Order)})
}

// mostNames is how many files of one name are made beside each other.
const mostNames = 1000

// besides makes a new file in a folder, and gives its full path: where one of
// that name is there already, it gets a number.
func besides(folder string, p paper.Paper) (string, error) {
	ending := filepath.Ext(p.Name)
	name := p.Name[:len(p.Name)-len(ending)]
	for n := 1; n <= mostNames; n++ {
		path := filepath.Join(folder, name+ending)
		if n > 1 {
			path = filepath.Join(folder, fmt.Sprintf("%s-%d%s", name, n, ending))
		}
		err := newFile(path, p.PDF)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return "", &ui.NoPlace{Why: err}
		}
		return path, nil
	}
	return "", &ui.NoPlace{Why: os.ErrExist}
}

// newFile makes a file, whole or not at all, and never overwrites one.
func newFile(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}
