package kit_test
import ("testing";"strings";"fmt"
"leermoment/ui/kit")
func probe(b *testing.B, long string, kind kit.FieldKind){
 fs := intake()
 fs = append(fs, kit.Field{Name:"it",Title:"X",Kind:kind,Value:long})
 for i:=0;i<8;i++ { fs=append(fs, kit.Field{Name:fmt.Sprint("q",i),Title:"Q",Shown: func(v map[string]string) bool {return v["channel"]!="x"}})}
 form := kit.NewForm(fs, dutch(), plain(), phoned)
 form.Focus("it")
 form.Update(press("ctrl+end"))
 form.View(80,20)
 b.ResetTimer()
 for i:=0;i<b.N;i++ { form.Update(press("a")); form.View(80,20); form.Cursor() }
}
func BenchmarkWords(b *testing.B){ probe(b, strings.Repeat("De les begon te laat. ",2300), kit.LongField)}
func BenchmarkNoSpace(b *testing.B){ probe(b, strings.Repeat("x",50000), kit.LongField)}
func BenchmarkLines(b *testing.B){ probe(b, strings.Repeat("De les begon te laat.\n",2300), kit.LongField)}
func BenchmarkNewlines(b *testing.B){ probe(b, strings.Repeat("a\n",9000), kit.LongField)}
func BenchmarkLine(b *testing.B){ probe(b, strings.Repeat("De les begon te laat. ",2300), kit.TextField)}
func TestProbe(t *testing.T){
 d, form := fill(t, kit.Field{Name:"n",Title:"N",Kind:kit.NumberField,Value:" 8\x1b[31m "}, kit.Field{Name:"m",Title:"M",Kind:kit.MomentField,Value:"wat\x1b[31m"}, kit.Field{Name:"d",Kind:kit.DayField,Value:"zo\x07"},
  kit.Field{Name:"c",Kind:kit.ChoiceField,Choices:channels(),Value:"gone\x1b"})
 t.Logf("%q", form.Values())
 d.Press("tab","tab","tab","shift+tab")
 t.Logf("%q", form.Values())
 d.Resize(40,10); t.Log("\n"+d.Screen())
 d2,f2 := fill(t, kit.Field{Name:"c",Title:"C",Kind:kit.ChoiceField,Choices:channels()}, kit.Field{Name:"l",Title:"L",Kind:kit.LongField})
 d2.Resize(40,10); t.Log("\n"+d2.Screen())
 d2.Press("tab"); d2.Paste(strings.Repeat("a\n",20000)); t.Log(len(f2.Values()["l"]))
}
