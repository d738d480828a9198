using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>Ids, subjects, lists, words and the due index.</summary>
public sealed class BasicsTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("Ab-9_z")]
    [InlineData("abcdefghijklmnopqrstuvwx")]
    public void An_id_is_up_to_24_letters_digits_hyphens_and_underscores(string id) => Assert.True(Ids.IsValid(new PersonId(id)));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("a:b")]
    [InlineData("abcdefghijklmnopqrstuvwxy")]
    [InlineData("<script>")]
    public void Anything_else_is_no_id(string? id) => Assert.False(Ids.IsValid(new PersonId(id!)));

    [Fact]
    public void Every_subject_reads_back_as_it_was_written()
    {
        foreach (var kind in Enum.GetValues<SubjectKind>())
        {
            var subject = new Subject(kind, "x-1");
            Assert.Equal(subject, Subject.Parse(subject.ToString()));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("commitment")]
    [InlineData("commitment:")]
    [InlineData(":x")]
    [InlineData("4:x")]
    [InlineData("parcel:x")]
    [InlineData("commitment:0123456789012345678901234567890123456789")]
    public void Hostile_subjects_are_none(string? text) => Assert.Null(Subject.Parse(text));

    [Fact]
    public void Lists_are_equal_by_what_they_hold()
    {
        ValueList<int> one = [1, 2, 3];
        ValueList<int> other = [.. Enumerable.Range(1, 3)];
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other.Add(4));
        Assert.Equal(ValueList<int>.Empty, one.RemoveAll(static _ => true));
        Assert.Empty(default(ValueList<int>));
    }

    [Fact]
    public void Items_come_in_the_order_of_their_ids_and_unknown_ones_are_none()
    {
        var items = Items<PersonId, string>.Empty.With(new("b"), "B").With(new("a"), "A").With(new("B"), "capital");
        Assert.Equal(["capital", "A", "B"], items);
        Assert.Null(items.Find(new("c")));
        Assert.Null(items.Find(default));
        Assert.Equal(["A", "B"], items.Without(new("B")));
    }

    [Fact]
    public void Words_never_show_their_text_by_accident()
    {
        var words = new Words("ask.1", "Zebra");
        Assert.DoesNotContain("Zebra", words.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zebra", new PersonRenamed(Riverbend.Ana, words).ToString(), StringComparison.Ordinal);
        Assert.Equal(words, words with { Text = null });
    }

    [Fact]
    public void The_due_index_is_sorted_by_instant_whatever_the_order_of_entering()
    {
        Subject a = new CommitmentId("a"), b = new CommitmentId("b"), c = new CheckInId("c");
        var index = DueIndex.Empty.With(b, At(2)).With(a, At(3)).With(c, At(1));
        Assert.Equal(At(1), index.First);
        Assert.Equal([c, b], index.DueAt(At(2), 10));
        Assert.Equal([c], index.DueAt(At(9), 1));
        var moved = index.With(c, At(5)).With(b, null);
        Assert.Equal((At(3), 2), (moved.First, moved.Count));
        Assert.Equal(moved, DueIndex.Empty.With(c, At(5)).With(a, At(3)));
        Assert.Null(moved.Of(b));
    }

    [Fact]
    public void Every_event_has_a_name_of_its_own_with_a_version()
    {
        var events = typeof(AllianceEvent).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(AllianceEvent)) && !type.IsAbstract).ToList();
        var names = events.Select(static type => ((EventNameAttribute?)Attribute.GetCustomAttribute(type, typeof(EventNameAttribute)))?.Name).ToList();
        Assert.All(names, static name => Assert.Matches("^[a-z]+\\.[a-z-]+\\.v[0-9]+$", name));
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    private static Instant At(int second) => Instant.FromUnixTimeSeconds(second);
}
