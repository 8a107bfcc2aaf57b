package demo

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/BurntSushi/toml"
)

//go:embed *.toml
var files embed.FS

// story is one hand-written complaint with all that is done and said in it.
type story struct {
	Subject          string   `toml:"subject"`
	Description      string   `toml:"description"`
	Channel          string   `toml:"channel"`
	ComplainantKind  string   `toml:"complainant_kind"`
	ComplainantName  string   `toml:"complainant_name"`
	Organisation     string   `toml:"organisation"`
	Email            string   `toml:"email"`
	Phone            string   `toml:"phone"`
	Address          string   `toml:"address"`
	RemedySought     string   `toml:"remedy_sought"`
	PersonConcerned  string   `toml:"person_concerned"`
	Course           string   `toml:"course"`
	Client           string   `toml:"client"`
	Serious          bool     `toml:"serious"`
	SeriousReason    string   `toml:"serious_reason"`
	Category         string   `toml:"category"`
	Consulted        string   `toml:"consulted"`
	SpokenWith       string   `toml:"spoken_with"`
	Statement        string   `toml:"statement"`
	CourseOfEvents   string   `toml:"course_of_events"`
	Information      string   `toml:"information"`
	Judgement        string   `toml:"judgement"`
	JudgementReasons string   `toml:"judgement_reasons"`
	Addressed        string   `toml:"addressed"`
	Prevention       string   `toml:"prevention"`
	Proposal         string   `toml:"proposal"`
	Acceptance       string   `toml:"acceptance"`
	OrganisationTold string   `toml:"organisation_told"`
	Whys             []string `toml:"whys"`
	Cause            string   `toml:"cause"`
	Lesson           string   `toml:"lesson"`
	Measure          string   `toml:"measure"`
	NoMeasure        string   `toml:"no_measure"`
	Score            int      `toml:"score"`
	Remark           string   `toml:"remark"`
	Note             string   `toml:"note"`
}

// stories reads all hand-written complaints, in the order of their files.
func stories() ([]story, error) {
	names, err := fs.Glob(files, "*.toml")
	if err != nil {
		return nil, err
	}
	var all []story
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		var list struct {
			Case []story `toml:"case"`
		}
		meta, err := toml.Decode(string(text), &list)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if unknown := meta.Undecoded(); len(unknown) > 0 {
			return nil, fmt.Errorf("%s: unknown key %s", name, unknown[0])
		}
		all = append(all, list.Case...)
	}
	return all, nil
}
