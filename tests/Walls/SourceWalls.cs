using Microsoft.CodeAnalysis;

namespace Walls;

public sealed class SourceWalls
{
    private static readonly Lazy<IReadOnlyList<(string Path, SyntaxNode File)>> Everything = new(() =>
        [.. Repository.Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(path => (path, SourceRules.Parse(Repository.Read(path))))]);

    [Fact]
    public void No_open_ends() => Wall.Stands(Faults("", SourceRules.OpenEnds));

    [Fact]
    public void No_commented_code() => Wall.Stands(Faults("", SourceRules.CommentedCode));

    [Fact]
    public void No_regions() => Wall.Stands(Faults("", SourceRules.Regions));

    [Fact]
    public void No_async_void() => Wall.Stands(Faults("", SourceRules.AsyncVoid));

    [Fact]
    public void No_blocking_on_a_task() => Wall.Stands(Faults("src/", SourceRules.Blocking));

    [Fact]
    public void No_task_is_started_and_forgotten() => Wall.Stands(Faults("src/", SourceRules.ForgottenTasks));

    [Fact]
    public void Everything_is_caught_only_where_allowed() => Wall.Stands(Except(Allowed.CatchAll, SourceRules.CatchAll));

    [Fact]
    public void Banned_symbols_are_named_only_where_allowed() => Wall.Stands(Except(Allowed.BannedSymbols, SourceRules.SilencedBans));

    [Theory]
    [InlineData("src/AllianceBot.Domain/")]
    [InlineData("src/AllianceBot.Engine/")]
    [InlineData("src/AllianceBot.Conversation/")]
    public void No_sentence_for_people_in_code(string folder) => Wall.Stands(Faults(folder, SourceRules.Sentences));

    [Fact]
    public void No_file_above_400_lines_and_above_300_only_with_a_reason()
    {
        var lengths = Everything.Value.ToDictionary(it => it.Path, it => Repository.Read(it.Path).Split('\n').Length - 1);
        var tooLong = from file in lengths
                      where file.Value > 400 || (file.Value > 300 && !Allowed.LongFiles.ContainsKey(file.Key))
                      select $"{file.Key}: {file.Value} lines";
        var idle = Allowed.LongFiles.Keys.Where(path => lengths.GetValueOrDefault(path) <= 300)
            .Select(path => $"{path} needs no exception any more");
        Wall.Stands([.. tooLong, .. idle]);
    }

    private static IEnumerable<string> Faults(string folder, Func<SyntaxNode, IEnumerable<string>> rule) =>
        from it in Everything.Value
        where it.Path.StartsWith(folder, StringComparison.Ordinal)
        from fault in rule(it.File)
        select $"{it.Path}:{fault}";

    private static IEnumerable<string> Except(
        IReadOnlyDictionary<string, string> allowed, Func<SyntaxNode, IEnumerable<string>> rule)
    {
        var found = Faults("src/", rule).ToLookup(fault => fault[..fault.IndexOf(':', StringComparison.Ordinal)]);
        return
        [
            .. found.Where(file => !allowed.ContainsKey(file.Key)).SelectMany(file => file),
            .. allowed.Keys.Where(path => !found.Contains(path)).Select(path => $"{path} needs no exception any more"),
        ];
    }
}
