namespace AllianceBot.Domain;

/// <summary>Who is told of a concern: only whom its author chose. Nothing of it falls back to anybody else.</summary>
public static class ConcernNotices
{
    public static ValueList<Notice> For(ConcernEvent happened, Alliance after)
    {
        var concern = after.Concerns[happened.Concern];
        var code = CommitmentHistory.CodeOf(happened);
        return happened switch
        {
            ConcernRaised { QuietTo: { } to } => [Notice(happened, "concern.quiet-word", to)],
            ConcernTalkOffered => To(happened, code, concern.People),
            ConcernTalkAnswered or ConcernHeard => To(happened, code, [concern.By]),
            ConcernShared e => To(happened, code, ConcernRights.Helpers(after, concern, e.With)),
            ConcernLacksProcess => To(happened, code, ConcernRights.Helpers(after, concern, ConcernAid.Facilitators)),
            ConcernReturned => To(happened, code, [concern.By]),
            ConcernEnded => To(happened, code, ConcernRights.Readers(after, concern)),
            _ => [],
        };
    }

    private static ValueList<Notice> To(ConcernEvent happened, string kind, ValueList<PersonId> people) =>
        people.RemoveAll(person => person == happened.By).Select(person => Notice(happened, kind, person)).ToValueList();

    private static Notice Notice(ConcernEvent happened, string kind, PersonId person) =>
        new(happened.Concern, kind, Addressee.Person(person), happened.At) { MayFallBack = false, MustArrive = true };
}
