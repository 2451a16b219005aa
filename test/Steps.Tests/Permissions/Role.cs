using System.Text.Json.Nodes;
using SonicBridge.Steps.Tests.Infrastructure;
using SonicBridge.Steps.Tests.Template;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>A role of one of the two templates, with the statements of all policies that are attached to it.</summary>
/// <param name="Id">Its logical id.</param>
/// <param name="File">The template that it stands in.</param>
/// <param name="Resources">The resources of that template.</param>
/// <param name="Properties">What the template says of it.</param>
/// <param name="Statements">What it allows.</param>
internal sealed record Role(
    string Id,
    string File,
    JsonNode Resources,
    JsonNode Properties,
    IReadOnlyList<Statement> Statements
)
{
    /// <summary>All roles, by file.</summary>
    public static IReadOnlyList<Role> All { get; } =
    [.. In(DeployedTemplate.File, DeployedTemplate.Read()), .. In(EcsStack.File, EcsStack.Read())];

    /// <summary>A role of serverless.template.</summary>
    public static Role Named(string id) =>
        All.SingleOrDefault(role => role.Id == id && role.File == DeployedTemplate.File)
        ?? throw new InvalidOperationException($"{DeployedTemplate.File} has no role {id}.");

    /// <summary>The actions of all statements, as <see cref="Statement.Permissions"/> writes them.</summary>
    public IEnumerable<string> Permissions => Statements.SelectMany(statement => statement.Permissions).Distinct();

    private static IEnumerable<Role> In(string file, JsonObject template)
    {
        var resources = template["Resources"]!.AsObject();
        var attached = resources
            .Where(resource => (string?)resource.Value!["Type"] is "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy")
            .Select(resource => resource.Value!["Properties"]!)
            .ToList();
        return from resource in resources
            where (string?)resource.Value!["Type"] == "AWS::IAM::Role"
            let properties = resource.Value!["Properties"]!
            let policies = (properties["Policies"]?.AsArray() ?? [])
                .Select(policy => policy!)
                .Concat(
                    attached.Where(policy =>
                        policy["Roles"]!.AsArray().Any(role => (string?)role!["Ref"] == resource.Key)
                    )
                )
            select new Role(
                resource.Key,
                file,
                resources,
                properties,
                [
                    .. policies
                        .SelectMany(policy => policy["PolicyDocument"]!["Statement"]!.AsArray())
                        .Select(statement => new Statement(statement!.AsObject())),
                ]
            );
    }
}
