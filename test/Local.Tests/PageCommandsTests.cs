using System.Text.RegularExpressions;
using SonicBridge.Local.Call;
using SonicBridge.Local.Tests.Migration;

namespace SonicBridge.Local.Tests;

/// <summary>
/// The commands that the pages tell a reader to type. Those of the <c>aws</c> CLI are run by GuideCommandsTests, and
/// `.ci/page-commands` runs what stands on a line of its own in README.md and docs/.
/// </summary>
public sealed partial class PageCommandsTests
{
    private static readonly string[] s_folders = ["docs", "local/scenarios", "test", "sdk"];

    public static TheoryData<string, string> Commands { get; } =
        new(
            Pages()
                .SelectMany(page =>
                    Command()
                        .Matches(File.ReadAllText(page))
                        .Select(match =>
                            (Path.GetRelativePath(Product.Built.Repository, page), match.Groups["args"].Value)
                        )
                )
                .Distinct()
        );

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_local_command_of_a_page_is_one_that_the_program_takes(string page, string args) =>
        CommandLine.Parse(ShellWords.Split(args)).Errors.ShouldBeEmpty(page);

    [Fact]
    public void Commands_that_differ_are_found_on_several_pages()
    {
        Commands.Select(static row => row.Data.Item1).Distinct().Count().ShouldBeGreaterThan(3);
        Commands.Count.ShouldBeGreaterThan(8);
    }

    private static IEnumerable<string> Pages() =>
        s_folders
            .SelectMany(static folder =>
                Directory.EnumerateFiles(
                    Path.Join(Product.Built.Repository, folder),
                    "*.md",
                    SearchOption.AllDirectories
                )
            )
            .Where(static page => !page.Contains("node_modules", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(Product.Built.Repository, "*.md"));

    // To the end of the inline code, or of a line's command: two blanks part it from what it is explained by.
    [GeneratedRegex(@"dotnet run --project local -- (?<args>[^`\n]+?)(?=`|\n|  )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
