namespace AllianceBot.Domain;

/// <summary>The rows of <see cref="Domain.May"/> about digests: the reader alone, and who read it as cover.</summary>
internal static class DigestRights
{
    public static bool May(Alliance alliance, PersonId person, Act act, Subject subject)
    {
        if (act != Act.SeeDigest || DigestId.Of(subject) is not { } id || alliance.Digests.Find(id.Reader)?.Find(id.Week) is not { } issue) return false;
        return person == id.Reader || person == issue.Cover;
    }
}
