using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>What must hold of digests after every step of every story.</summary>
internal static class DigestLaws
{
    public static void Hold(Taken taken)
    {
        if (taken.Events.Count == 0) return;
        EachWeekOnce(taken);
        OpenIsCounted(taken.After);
        OnlyNumbersAndIds(taken);
        NobodyElseReads(taken.After);
    }

    /// <summary>A week is made or skipped after all before it, and never again.</summary>
    private static void EachWeekOnce(Taken taken)
    {
        var done = taken.Before.Digests.ToDictionary(static book => book.Reader, static book => book.Done);
        foreach (var happened in taken.Events.OfType<DigestEvent>())
        {
            var (first, weeks) = happened switch
            {
                DigestMade made => (made.Issue.Week, 1),
                DigestSkipped skipped => (skipped.Week, skipped.Weeks),
                _ => (default, 0),
            };
            if (weeks == 0) continue;
            Assert.Equal(IsoDayOfWeek.Monday, first.DayOfWeek);
            Assert.True(weeks > 0);
            Assert.False(done.GetValueOrDefault(happened.Reader) >= first, $"{happened.Reader} has the week of {first} twice.");
            done[happened.Reader] = first.PlusDays(7 * (weeks - 1));
            Assert.Equal(PersonId.Clock, happened.By);
        }
    }

    /// <summary>How much each person has open is the same as counted from nothing.</summary>
    private static void OpenIsCounted(Alliance alliance)
    {
        foreach (var book in alliance.Previews)
        {
            var open = alliance.Commitments.Count(promise => promise is { Series: null, Agreements.Count: > 0 } && promise.Terms.Doer == book.Person
                && promise.State is CommitmentState.Active or CommitmentState.ChangeProposed or CommitmentState.Rework or CommitmentState.Reported);
            Assert.Equal(open, book.Open);
        }
    }

    /// <summary>A digest keeps no words: what is said in it dies with what it belongs to.</summary>
    private static void OnlyNumbersAndIds(Taken taken) =>
        Assert.All(taken.Events.OfType<DigestMade>(), static made => Assert.DoesNotContain("said", Dump.Of(made), StringComparison.Ordinal));

    private static void NobodyElseReads(Alliance alliance)
    {
        foreach (var book in alliance.Digests)
        {
            if (book.Issues.Count == 0) continue;
            var issue = book.Issues[^1];
            var subject = new DigestId(book.Reader, issue.Week).Subject;
            foreach (var person in alliance.People)
            {
                var sees = !person.Left && (person.Id == book.Reader || person.Id == issue.Cover);
                Assert.Equal(sees, DigestViews.Card(alliance, new PersonReader(person.Id), subject, alliance.LastAt) is not null);
            }

            Assert.Null(DigestViews.Card(alliance, PlaceReader.Any, subject, alliance.LastAt));
        }
    }
}
