using Microsoft.CodeAnalysis;

namespace Walls;

/// <summary>Each rule sees its bad sample and lets a good one pass, else a wall would stand for nothing.</summary>
public sealed class SourceRuleTests
{
    [Fact]
    public void Open_ends_are_seen_in_comments_only()
    {
        Catches(SourceRules.OpenEnds, "class A { } // " + "TO" + "DO: finish");
        Catches(SourceRules.OpenEnds, "/// <summary>" + "FIX" + "ME</summary>\nclass A { }");
        Passes(SourceRules.OpenEnds, """class A { string b = "TO" + "DO TODO"; } // todos are a word of their own""");
    }

    [Theory]
    [InlineData("// var x = Count(1);")]
    [InlineData("// if (x == 1) {")]
    [InlineData("/*\n Count(2);\n*/")]
    public void Commented_code_is_seen(string comment) => Catches(SourceRules.CommentedCode, $"class A {{\n{comment}\n}}");

    [Theory]
    [InlineData("// The order counts (see below); the first wins.")]
    [InlineData("// A window closes at 24:00;")]
    public void Prose_is_not_commented_code(string comment) => Passes(SourceRules.CommentedCode, $"class A {{\n{comment}\n}}");

    [Fact]
    public void Regions_are_seen() => Catches(SourceRules.Regions, "#region x\nclass A { }\n#endregion");

    [Theory]
    [InlineData("try { } catch { }")]
    [InlineData("try { } catch (Exception) { }")]
    [InlineData("try { } catch (System.Exception e) { }")]
    public void Catching_everything_is_seen(string body) => Catches(SourceRules.CatchAll, Method(body));

    [Theory]
    [InlineData("try { } catch (IOException) { }")]
    [InlineData("try { } catch (Exception e) when (e is IOException) { }")]
    [InlineData("try { } catch { End(); throw; }")]
    public void Catching_something_passes(string body) => Passes(SourceRules.CatchAll, Method(body));

    [Fact]
    public void Async_void_is_seen()
    {
        Catches(SourceRules.AsyncVoid, "class A { async void B() { } }");
        Catches(SourceRules.AsyncVoid, Method("async void Local() { }"));
        Passes(SourceRules.AsyncVoid, "class A { async Task B() { } void C() { } }");
    }

    [Theory]
    [InlineData("var a = task.Result;")]
    [InlineData("task.GetAwaiter().GetResult();")]
    public void Blocking_is_seen(string body) => Catches(SourceRules.Blocking, Method(body));

    [Fact]
    public void A_forgotten_task_is_seen()
    {
        Catches(SourceRules.ForgottenTasks, Method("_ = this.SendAsync();"));
        Passes(SourceRules.ForgottenTasks, Method("_ = list.Remove(1); await SendAsync();"));
    }

    [Fact]
    public void A_silenced_ban_is_seen() =>
        Catches(SourceRules.SilencedBans, "#pragma warning disable RS0030\nclass A { }");

    [Theory]
    [InlineData("""return "You are not in yet.";""")]
    [InlineData("""return $"Saved for {name}. Undo?";""")]
    [InlineData("""Say(late ? "Please wait!" : "");""")]
    public void A_sentence_for_people_is_seen(string body) => Catches(SourceRules.Sentences, Method(body));

    [Theory]
    [InlineData("""throw new UnreachableException($"No rule for {name}.");""")]
    [InlineData("""Debug.Assert(ok, "This cannot be.");""")]
    [InlineData("""return "commitment.not-yours";""")]
    [InlineData("""return "on track";""")]
    public void Words_for_developers_pass(string body) => Passes(SourceRules.Sentences, Method(body));

    private static string Method(string body) => $"class A {{ void B() {{ {body} }} }}";

    private static void Catches(Func<SyntaxNode, IEnumerable<string>> rule, string text) => Assert.NotEmpty(rule(SourceRules.Parse(text)));

    private static void Passes(Func<SyntaxNode, IEnumerable<string>> rule, string text) => Assert.Empty(rule(SourceRules.Parse(text)));
}
