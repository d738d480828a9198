using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>What holds for any text, and for every verb.</summary>
public sealed class GrammarLaws
{
    private static readonly Saying Ana = Spoken.As(Riverbend.Ana);

    private static Gen<string> Texts { get; } = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(static text => text ?? ""),
        Gen.Sized(static size => Gen.ArrayOf(Gen.Elements(GrammarSamples.Pieces), size).Select(static pieces => string.Join(' ', pieces))),
        Gen.Sized(static size => Gen.ArrayOf(Gen.Elements(GrammarSamples.Pieces), size).Select(string.Concat)));

    [Fact]
    public void Any_text_is_read_without_a_fault() => Prop.ForAll(Arb.From(Texts), static text =>
    {
        _ = Grammar.English.Read(text, Ana);
        _ = Grammar.English.Read(Clean.Text(text), Spoken.As(Riverbend.Ana, Verbs.Find(Verbs.Request)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("\"")]
    [InlineData("by ")]
    [InlineData("from ")]
    [InlineData("request ")]
    [InlineData("from Lakeside by Friday ")]
    [InlineData("end of the ")]
    [InlineData("\uD83D")]
    [InlineData("x")]
    public void The_work_for_a_long_text_grows_with_its_length_and_not_with_its_square(string piece)
    {
        // Once in full beforehand: what the platform keeps to use again is not counted.
        _ = Worked(piece, Clean.Most);
        var (some, fourTimes) = (Worked(piece, Clean.Most / 4), Worked(piece, Clean.Most));
        Assert.True(fourTimes < some * 6, $"{some} bytes allocated for a quarter, {fourTimes} for the whole");
    }

    /// <summary>Bytes allocated while reading: unlike time they are the same on a busy machine.</summary>
    private static long Worked(string piece, int length)
    {
        var text = "request " + string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Grammar.English.Read(text, Ana);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void H7_Everything_that_can_be_pressed_can_be_typed_with_the_same_meaning() => Prop.ForAll(Arb.From(Intents()), static intent =>
    {
        var sentence = Twins.English.Sentence(intent, Ana);
        var read = Grammar.English.Read(sentence ?? "", Ana) as Understood;
        return (sentence is not null && read?.Intent.Fields.Equals(intent.Fields) == true && read.Intent.Item == intent.Item
            && read.Intent.Verb == intent.Verb).Label($"{intent.Verb.Name} {string.Join(";", intent.Fields.Names.Select(name => $"{name}=[{intent.Fields[name]}]"))} -> {sentence}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void H7_Everything_that_can_be_typed_can_be_pressed_with_the_same_meaning() => Prop.ForAll(Arb.From(Intents()), static intent =>
    {
        var fields = intent.Fields.Names.ToDictionary(static name => name, name => intent.Fields[name]!);
        if (intent.Item is { } item) fields[FieldNames.Item] = item.ToString();
        var pressed = Presses.Read(intent.Verb, fields, Ana);
        return pressed.Fields.Equals(intent.Fields) && pressed.Item == intent.Item && pressed.Faults.Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void H7_Every_verb_has_words_and_every_word_has_a_verb()
    {
        Assert.Equal(
            Verbs.List.Select(static verb => verb.Name).Order(StringComparer.Ordinal),
            GrammarWords.English.FirstPhrase.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_comes_from_a_card_is_read_without_a_fault() => Prop.ForAll(
        Arb.From(Gen.Elements(Verbs.List.ToArray())),
        Arb.From(Gen.ArrayOf(Texts, 12)),
        static (verb, values) =>
        {
            var fields = verb.Fields.Append(FieldNames.Item).Zip(values).ToDictionary(static pair => pair.First, static pair => pair.Second);
            return Presses.Read(verb, fields, Ana).Fields.Names.All(name => verb.Fields.Contains(name) || name.StartsWith("answer", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    private static Gen<Intent> Intents() =>
        from verb in Gen.Elements(Verbs.List.Where(static verb => verb.Name is not (Verbs.Say or Verbs.Answers)).ToArray())
        from some in Gen.ArrayOf(Gen.Choose(0, 1), verb.Fields.Count)
        from values in Gen.CollectToArray(verb.Fields.Select(Value).ToArray())
        select Made(verb, some, values);

    private static Intent Made(Verb verb, int[] some, string[] values)
    {
        var fields = Filled.Nothing;
        for (var at = 0; at < values.Length; at++)
        {
            if (some[at] == 1 && values[at].Length > 0) fields = fields.With(verb.Fields[at], values[at]);
        }

        // Who names a person names the person's partner; and the own side of what is asked for or offered is one's own.
        fields = Together(fields, FieldNames.Doer, FieldNames.DoerPartner, own: verb.Name == Verbs.Offer);
        fields = Together(fields, FieldNames.Receiver, FieldNames.ReceiverPartner, own: verb.Name == Verbs.Request);
        foreach (var name in fields.Names.Where(name => !verb.Fields.Contains(name)).ToList()) fields = fields.Without(name);
        return new(verb, verb.Needs == VerbNeeds.Item ? (Subject)Spoken.ReferralForm : null, fields);
    }

    private static Filled Together(Filled fields, string person, string partner, bool own)
    {
        if (own)
        {
            if (fields[person] is not null) return fields.With(person, Riverbend.Tom.Value).With(partner, Riverbend.Harbor.Value);
            return fields[partner] is not null ? fields.With(partner, Riverbend.Harbor.Value) : fields;
        }

        if (fields[person] is not { } named) return fields;
        return Ana.Names.PartnerOf(new PersonId(named)) is { } of ? fields.With(partner, of.Value) : fields.Without(partner);
    }

    private static Gen<string> Value(string field) => Typing.Of(field) switch
    {
        FieldType.Person => Gen.Elements(Riverbend.Everyone.Select(static person => person.Value).ToArray()),
        FieldType.Partner => Gen.Elements("harbor", "workforce", "lakeside", "cedar"),
        FieldType.Goal => Gen.Constant(Riverbend.Jobs.Value),
        FieldType.Role => Gen.Elements(Enum.GetNames<Role>()),
        FieldType.PartnerKind => Gen.Elements(Enum.GetNames<PartnerKind>()),
        FieldType.Section => Gen.Elements(Enum.GetNames<CharterSection>()),
        FieldType.Outcome => Gen.Elements("kept", "active"),
        FieldType.Told => Gen.Elements(Enum.GetNames<ToldAnswer>().Select(static told => told.ToLowerInvariant()).ToArray()),
        FieldType.Flag => Gen.Elements("true", "false"),
        FieldType.Word => Gen.Elements(GrammarWords.English.Flags[field].Values.Distinct().Order(StringComparer.Ordinal).ToArray()),
        FieldType.PastDate => Gen.Choose(0, 900).Select(static days => NodaTime.Text.LocalDatePattern.Iso.Format(Spoken.Today.PlusDays(-days))),
        FieldType.Evidence => Gen.Elements("link", "number", "file"),
        FieldType.Amount => Gen.Choose(0, 9_999).Select(static amount => $"{amount}"),
        FieldType.Promise => Gen.Constant(Spoken.ReferralForm.Value),
        FieldType.Repeats => Gen.Elements(SeriesForms.Choices.ToArray()),
        FieldType.Wish => Gen.Elements(DigestSteps.Choices(field).ToArray()),
        FieldType.Moment => Gen.Elements("2026-12-02T10:00", "2026-12-02", "10:00", "PT90M"),
        FieldType.Who => Gen.Elements("person:mei", "person:dale", "partner:lakeside", "partner:cedar"),
        FieldType.Number => Gen.Choose(0, 20).Select(static page => $"{page}"),
        FieldType.Measure => Gen.Choose(-9_999_999, 9_999_999).Select(static number => Measures.Write(number / 100m)),
        FieldType.Every => Gen.Elements(Enum.GetValues<ReportEvery>().Select(static every => Keys.Of(every)).ToArray()),
        FieldType.Date => Gen.Choose(0, 900).Select(static days => NodaTime.Text.LocalDatePattern.Iso.Format(Spoken.Today.PlusDays(days))),
        _ => Texts.Select(text => Clean.Line(text, field)),
    };
}
