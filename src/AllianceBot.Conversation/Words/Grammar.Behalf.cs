using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>"for Mei blocked P12 waiting for the vendor": what somebody else said, read as they would have typed it themselves.</summary>
internal sealed partial class Grammar
{
    private const int LongestName = 8;

    /// <summary>Null when it is no such sentence.</summary>
    private Understood? ForAnother(List<Token> tokens, int start, Saying saying, string text)
    {
        var phrase = PhraseAt(tokens, start, words.Behalf.Contains);
        if (phrase == 0) return null;
        var at = start + phrase;
        for (var length = Math.Min(LongestName, tokens.Count - at - 1); length > 0; length--)
        {
            if (saying.Names.Find(Key(tokens, at, length)) is not [var who]) continue;

            // Nobody speaks for somebody who speaks for somebody.
            if (PhraseAt(tokens, at + length, words.Behalf.Contains) > 0) return null;
            return Read(text[tokens[at + length].Start..], saying with { Draft = null }) is Understood { Intent: var said }
                && ToldOf(said.Verb.Name) is { } answer
                    ? new(Entered(said, answer, who.Who))
                    : null;
        }

        return null;
    }

    private static Intent Entered(Intent said, string answer, Subject who)
    {
        var fields = Filled.Nothing.With(FieldNames.Told, answer);
        if (who.Kind == SubjectKind.Person) fields = fields.With(FieldNames.ToldBy, who.Id);
        if (said.Fields[FieldNames.Due] is { } due) fields = fields.With(FieldNames.Due, due);
        if ((said.Fields[FieldNames.Reason] ?? said.Fields[FieldNames.Note]) is { } note) fields = fields.With(FieldNames.Note, note);
        if (said.Fields[FieldNames.HelpWanted] is { } help) fields = fields.With(FieldNames.HelpWanted, help);
        return new Intent(Verbs.Find(Verbs.Enter)!, said.Item, fields) { Faults = said.Faults, NamesNothing = said.NamesNothing };
    }

    private static string? ToldOf(string verb) => verb switch
    {
        Verbs.Accept => "accept",
        Verbs.Decline => "decline",
        Verbs.Counter => "counter",
        Verbs.OnTrack => "ontrack",
        Verbs.AtRisk => "atrisk",
        Verbs.Blocked => "blocked",
        Verbs.Done or Verbs.Report => "done",
        Verbs.MoreTime or Verbs.Change => "moretime",
        Verbs.CannotDo or Verbs.GiveUp => "cannotdo",
        _ => null,
    };
}
