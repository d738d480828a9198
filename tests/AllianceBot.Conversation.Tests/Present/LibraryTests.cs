using AllianceBot.Cards;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>The project's own templates and words, as they are shipped.</summary>
public sealed class LibraryTests
{
    [Fact]
    public void Every_template_sample_and_word_of_the_project_is_without_fault()
    {
        var library = CardLibrary.Load(Shipped.Cards);
        Assert.NotEmpty(library.Phrases.Keys);
    }
}

/// <summary>Where the shipped cards are, from wherever the tests run.</summary>
internal static class Shipped
{
    public static string Cards { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "AllianceBot.sln")))
                return Path.Combine(folder.FullName, "cards");
        throw new DirectoryNotFoundException("AllianceBot.sln stands in none of the folders above the tests.");
    }
}
