package paper

import "leermoment/internal/lang"

// letterhead says whose paper it is: the name large, and how to reach them.
func (p *page) letterhead(h house) {
	p.use(bold, 14, blue)
	for _, line := range p.cut(p.clean(h.name), p.right-p.left, 2) {
		y := p.GetY()
		p.at(p.left, y, p.right-p.left, "L", line)
		p.SetY(y + leading(14))
	}
	p.Ln(0.8)
	p.use(plain, 8.5, grey)
	for _, line := range h.contact {
		if line = p.clean(line); line == "" {
			continue
		}
		y := p.GetY()
		p.at(p.left, y, p.right-p.left, "L", p.fit(line, p.right-p.left))
		p.SetY(y + leading(8.5))
	}
}

// internal dresses a page that stays in the house: on top whose it is and what
// it is, at the bottom when it was printed and for whom.
func (p *page) internal(x Print, what string) {
	width := (p.right - p.left) / 2
	name := p.clean(x.name)
	what = p.clean(what)
	made := p.clean(p.sp.T("paper.printed", lang.Args{"At": p.sp.Moment(x.Made), "Name": x.For}))
	p.head = func() {
		y := p.top - 4
		p.use(bold, 8.5, blue)
		p.at(p.left, y, width, "L", p.fit(name, width-4))
		p.use(plain, 8.5, grey)
		p.at(p.left+width, y, width, "R", p.fit(what, width))
		p.SetY(y + 5)
		p.rule(150)
		p.SetY(y + 9)
	}
	p.foot = func(n, of int) {
		p.SetY(p.bottom + 4)
		p.rule(200)
		y := p.GetY() + 1.5
		p.use(plain, 8, grey)
		p.at(p.left, y, 2*width-35, "L", p.fit(made, 2*width-35))
		p.at(p.right-35, y, 35, "R", p.sp.T("paper.page", lang.Args{"Page": n, "Of": of}))
	}
}
