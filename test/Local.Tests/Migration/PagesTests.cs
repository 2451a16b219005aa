using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SonicBridge.Local.Call;
using SonicBridge.Steps.Diagnose;

namespace SonicBridge.Local.Tests.Migration;

/// <summary>What docs/ says and what the repository holds cannot part.</summary>
public sealed partial class PagesTests
{
    private static readonly IReadOnlyDictionary<string, string> s_commands = typeof(GuideCommands)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(static field => field.Name, static field => (string)field.GetRawConstantValue()!);

    [Fact]
    public void Each_command_of_the_operations_page_is_one_that_is_run_and_none_is_left_out() =>
        Page("operations")
            .Split('\n')
            .Select(static line => line.Trim())
            .Where(static line => line.StartsWith("aws ", StringComparison.Ordinal))
            .ShouldBe(s_commands.Values, ignoreOrder: true);

    [Fact]
    public void Each_such_command_is_run_by_the_test_class()
    {
        var tests = Read("test/Local.Tests/Migration/GuideCommandsTests.cs");
        var used = CommandName().Matches(tests).Select(static match => match.Groups["name"].Value).ToHashSet();
        s_commands.Keys.ShouldAllBe(name => used.Contains(name));
    }

    [Fact]
    public void Outputs_alarms_and_parameters_that_the_operations_page_names_are_those_of_the_templates()
    {
        var page = Page("operations");
        var product = Template("serverless.template");
        var stack = Template("infrastructure/nova-sonic-ecs-stack.template");
        foreach (var output in OutputName().Matches(page).Select(static match => match.Groups["name"].Value))
        {
            (product["Outputs"]![output] ?? stack["Outputs"]![output]).ShouldNotBeNull(output);
        }

        var alarms = product["Resources"]!
            .AsObject()
            .Concat(stack["Resources"]!.AsObject())
            .Where(static resource => (string?)resource.Value!["Type"] == "AWS::CloudWatch::Alarm")
            .Select(static resource => (string)resource.Value!["Properties"]!["AlarmName"]!)
            .ToList();
        alarms.ShouldNotBeEmpty();
        alarms.ShouldAllBe(alarm => page.Contains($"`{alarm}`", StringComparison.Ordinal));
        foreach (var parameter in (string[])["MaxInstances", "TargetCapacity", "OnDemandPercent"])
        {
            page.ShouldContain(parameter);
            stack["Parameters"]![parameter].ShouldNotBeNull(parameter);
        }
    }

    [Fact]
    public void The_states_that_the_operations_page_explains_are_the_migrations()
    {
        var rows = StateRow().Matches(Page("operations")).SelectMany(static row => row.Groups["state"].Captures);
        var states = JsonNode.Parse(Read("statemachines/migrate.asl.json"))!["States"]!.AsObject();
        var named = rows.Select(static capture => capture.Value).ToList();
        named.Count.ShouldBeGreaterThan(5);
        named.ShouldAllBe(state => states.ContainsKey(state));
    }

    [Fact]
    public void The_operations_page_has_a_part_for_each_area_of_a_diagnosis() =>
        typeof(DiagnosisArea)
            .GetFields()
            .Select(static field => (string)field.GetRawConstantValue()!)
            .ShouldAllBe(area => Page("operations").Contains($"** (`{area}`", StringComparison.Ordinal));

    [Fact]
    public void Each_test_that_the_security_page_names_is_there()
    {
        var named = TestName().Matches(Page("security"));
        named.Count.ShouldBeGreaterThan(30);
        var root = Path.Join(Product.Built.Repository, "test");
        var files = Directory
            .EnumerateFiles(root, "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(static path => Path.GetFileNameWithoutExtension(path));
        foreach (Match match in named)
        {
            files[match.Groups["class"].Value]
                .ShouldContain(
                    path =>
                        File.ReadAllText(path).Contains($" {match.Groups["test"].Value}(", StringComparison.Ordinal),
                    match.Value
                );
        }
    }

    private static string Page(string name) => Read($"docs/{name}.md");

    private static string Read(string path) => File.ReadAllText(Path.Join(Product.Built.Repository, path));

    private static JsonNode Template(string path) => JsonNode.Parse(Read(path))!;

    [GeneratedRegex(@"\bGuideCommands\.(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandName();

    [GeneratedRegex("output `(?<name>[A-Za-z]+)`|<(?<name>[A-Z][A-Za-z]+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutputName();

    [GeneratedRegex(
        @"^\| `(?<state>[A-Z]\w+)`(, `(?<state>[A-Z]\w+)`)* \|.*\|.*\|$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex StateRow();

    [GeneratedRegex(@"`(?<class>\w+Tests)\.(?<test>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();
}
