package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// letter is the letter at i as a person sees it, with all its marks: how many
// bytes it has and how many cells it takes.
func letter(text string, i int) (size, cells int) {
	if c := text[i]; c >= ' ' && c < 0x7f && (i+1 == len(text) || text[i+1] < 0x80) {
		return 1, 1 // nearly every letter, and far quicker
	}
	whole, cells := ansi.FirstGraphemeCluster(text[i:], ansi.GraphemeWidth)
	return max(1, len(whole)), cells
}

// letterBefore is where the letter in front of i begins.
func letterBefore(text string, i int) int {
	if i < 2 || text[i-1] < 0x80 && text[i-2] < 0x80 {
		return max(0, i-1)
	}
	// Letters can only be told from before: a space never belongs to one.
	at := strings.LastIndexByte(text[:i-1], ' ') + 1
	for {
		size, _ := letter(text, at)
		if at+size >= i {
			return at
		}
		at += size
	}
}

// breaks says where the rows begin when a line is broken between words into
// rows of at most room cells. Spaces at the end of a row may stick out.
func breaks(text string, room int) []int {
	begins := []int{0}
	begin, used := 0, 0
	word, before := 0, 0 // where the last word begins, and the cells before it
	for i := 0; i < len(text); {
		size, cells := letter(text, i)
		switch {
		case text[i] == ' ' && size == 1:
			used++
			i++
			word, before = i, used
			continue
		case used+cells > room && word > begin:
			begin, used = word, used-before
		case used+cells > room && i > begin:
			begin, used = i, 0
		default:
			used += cells
			i += size
			continue
		}
		word, before = begin, 0
		begins = append(begins, begin)
	}
	return begins
}

// wordBefore is where the word in front of i begins.
func wordBefore(text string, i int) int {
	front := strings.TrimRight(text[:i], " ")
	return strings.LastIndexByte(front, ' ') + 1
}

// wordAfter is where the word behind i ends.
func wordAfter(text string, i int) int {
	for i < len(text) && text[i] == ' ' {
		i++
	}
	if end := strings.IndexByte(text[i:], ' '); end >= 0 {
		return i + end
	}
	return len(text)
}
