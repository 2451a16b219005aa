using System.Text.Json.Nodes;
using SonicBridge.Steps.Tests.Template;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>Both templates' policies name what they allow: each action, and each resource where there is one to name.</summary>
public sealed class PolicyTests
{
    private static readonly JsonObject s_rules = DeployedTemplate.Parse(
        "test/Steps.Tests/Permissions/actions-without-resource.json"
    );

    private static readonly string[] s_knowNone =
    [
        .. s_rules["KnowNoResource"]!.AsArray().Select(name => (string)name!),
    ];

    private static readonly Dictionary<string, string> s_askForNone = Reasons("AskForNoneOfThem");

    private static readonly Dictionary<string, string> s_namedAllTheSame = Reasons("NamedAllTheSame");

    private static IEnumerable<(Role Role, Statement Statement)> Statements() =>
        Role.All.SelectMany(role => role.Statements.Select(statement => (role, statement)));

    [Fact]
    public void No_statement_allows_a_wildcard_of_actions_or_all_but_some()
    {
        Statements().Count().ShouldBeGreaterThan(200);
        foreach (var (role, statement) in Statements())
        {
            statement.Actions.ShouldNotBeEmpty(role.Id);
            statement.Actions.ShouldAllBe(action => !action.Contains('*'), role.Id);
            statement
                .Json.Select(member => member.Key)
                .ShouldBeSubsetOf(["Sid", "Effect", "Action", "Resource", "Condition"], role.Id);
            ((string?)statement.Json["Effect"]).ShouldBe("Allow");
        }
    }

    [Fact]
    public void Every_resource_is_named_but_where_the_service_knows_none()
    {
        var onEverything = Statements()
            .Where(of => of.Statement.IsOnEverything)
            .SelectMany(of => of.Statement.Actions)
            .Distinct()
            .ToList();

        onEverything
            .Except(s_askForNone.Keys)
            .ShouldBe(s_knowNone, ignoreOrder: true, "Name the resource, or say in the file that there is none.");
        s_askForNone.Keys.ShouldBeSubsetOf(onEverything, "A reason that nothing needs any more.");
        s_askForNone.Values.Concat(s_namedAllTheSame.Values).ShouldAllBe(reason => reason.EndsWith('.'));
    }

    /// <summary>A star for the kind of the resource would be all that the service has.</summary>
    [Fact]
    public void Every_resource_says_of_which_kind_it_is()
    {
        foreach (var (role, statement) in Statements().Where(of => !of.Statement.IsOnEverything))
        {
            foreach (var arn in ArnsOf(role, statement))
            {
                var parts = arn.Split(':', 6);
                parts.Length.ShouldBe(6, $"{role.Id}: {arn}");
                parts[2].ShouldNotContain("*", customMessage: $"{role.Id}: {arn}");
                parts[5].ShouldNotStartWith("*", customMessage: $"{role.Id}: {arn}");
            }
        }
    }

    [Fact]
    public void Each_statement_of_a_role_has_a_name_of_its_own() =>
        Role.All.ShouldAllBe(role =>
            role.Statements.Select(statement => (string?)statement.Json["Sid"]).Distinct().Count()
            == role.Statements.Count
        );

    [Fact]
    public async Task AWSs_service_reference_knows_every_action_and_its_resources_as_the_policies_name_them()
    {
        var reference = await ServiceReference.ReadAsync();

        s_knowNone.ShouldAllBe(action => reference.ArnsOf(action).Count == 0);
        s_askForNone.Keys.ShouldAllBe(action => reference.ArnsOf(action).Count > 0);
        var namedWithoutAny = new HashSet<string>();
        foreach (var (role, statement) in Statements().Where(of => !of.Statement.IsOnEverything))
        {
            var arns = ArnsOf(role, statement);
            var useful = new HashSet<string>();
            foreach (var action in statement.Actions)
            {
                var kinds = reference.ArnsOf(action);
                var fitting = arns.Where(arn => kinds.Any(kind => kind.IsMatch(arn))).ToList();
                useful.UnionWith(fitting);
                if (kinds.Count == 0)
                {
                    namedWithoutAny.Add(action);
                    useful.UnionWith(arns);
                }
                else
                {
                    fitting.ShouldNotBeEmpty($"{role.Id}: {action} is allowed on nothing that it works on.");
                }
            }

            arns.Except(useful).ShouldBeEmpty($"{role.Id}: no action of {statement.Json["Sid"]} works on these.");
        }

        namedWithoutAny.ShouldBe(s_namedAllTheSame.Keys, ignoreOrder: true);
    }

    private static List<string> ArnsOf(Role role, Statement statement)
    {
        var resource = statement.Json["Resource"]!;
        return
        [
            .. resource is JsonArray many
                ? many.Select(one => Arn.Of(one!, role.Resources))
                : [Arn.Of(resource, role.Resources)],
        ];
    }

    private static Dictionary<string, string> Reasons(string name) =>
        s_rules[name]!.AsObject().ToDictionary(entry => entry.Key, entry => (string)entry.Value!);
}
