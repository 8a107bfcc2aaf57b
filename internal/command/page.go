package command

import "strings"

// page is a text in Markdown being written.
type page struct{ strings.Builder }

// plainly is a text in which nothing is a sign of Markdown.
func plainly(text string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "&", `\&`).Replace(text)
}

func (p *page) heading(text string) { p.raw("# " + plainly(text)) }

func (p *page) paragraph(text string) { p.raw(plainly(text)) }

// define writes a term, in Markdown, and what it stands for.
func (p *page) define(term, text string) { p.raw(term + "\n: " + plainly(text)) }

// example writes lines as they are typed.
func (p *page) example(lines string) { p.raw("```\n" + lines + "\n```") }

// raw writes a block of Markdown.
func (p *page) raw(text string) { p.WriteString(text + "\n\n") }
