using Amazon.CloudFormation.Model;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>What the stack is deployed with: what the migration knows, and what its input asks for.</summary>
/// <param name="RepositoryUri">The ECR repository of the bridge's image.</param>
/// <param name="KeyArn">The KMS key of its logs.</param>
/// <param name="ClusterName">The cluster in which launch-bridge runs tasks.</param>
/// <param name="CapacityProvider">The capacity provider that launch-bridge names, or null.</param>
/// <param name="Architecture">The processor that the image was built for.</param>
internal sealed record StackParameters(
    string? RepositoryUri,
    string? KeyArn,
    string? ClusterName,
    string? CapacityProvider,
    string? Architecture
)
{
    public static StackParameters FromEnvironment() =>
        new(
            Setting.Optional("BRIDGE_REPOSITORY_URI"),
            Setting.Optional("BACKUP_KEY_ARN"),
            Setting.Optional("ECS_CLUSTER_NAME"),
            Setting.Optional("ECS_CAPACITY_PROVIDER"),
            Setting.Optional("BRIDGE_ARCHITECTURE")
        );

    /// <summary>All that is passed; the rest are the template's defaults.</summary>
    /// <exception cref="MigrationRefused">One has a name or value that the template does not take.</exception>
    public List<Parameter> For(MigrationPlan plan, StackTemplate template)
    {
        if (FaultsOf(plan, template) is [var first, ..])
        {
            throw new MigrationRefused(first);
        }

        var values = Given(plan);
        foreach (var (name, value) in plan.StackParameters)
        {
            values[name] = value;
        }

        return
        [
            .. values
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new Parameter { ParameterKey = pair.Key, ParameterValue = pair.Value }),
        ];
    }

    /// <summary>What the template does not take of what the input asks for, a sentence each.</summary>
    public IReadOnlyList<string> FaultsOf(MigrationPlan plan, StackTemplate template)
    {
        var given = Given(plan);
        var faults = new List<string>();
        foreach (var (name, value) in plan.StackParameters)
        {
            if (!template.Parameters.TryGetValue(name, out var parameter))
            {
                faults.Add(
                    $"stackParameters.{name} is no parameter of the stack. It has {string.Join(", ", template.Parameters.Keys)}."
                );
            }
            else if (MendOf(name) is { } mend && given.TryGetValue(name, out var deployed) && deployed != value)
            {
                faults.Add($"stackParameters.{name} is '{value}', and the deployment's is '{deployed}': {mend}");
            }
            else if (parameter.Check(value) is { } fault)
            {
                faults.Add(fault);
            }
        }

        return faults;
    }

    private Dictionary<string, string> Given(MigrationPlan plan)
    {
        var repository = Setting.Required(RepositoryUri, "BRIDGE_REPOSITORY_URI");
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ImageUri"] = $"{repository}:{plan.ImageTag}",
            ["RepositoryName"] = repository[(repository.IndexOf('/', StringComparison.Ordinal) + 1)..],
            ["KmsKeyArn"] = Setting.Required(KeyArn, "BACKUP_KEY_ARN"),
            ["ClusterName"] = Setting.Required(ClusterName, "ECS_CLUSTER_NAME"),
            ["Architecture"] = Setting.Required(Architecture, "BRIDGE_ARCHITECTURE"),
        };
        if (CapacityProvider is { } provider)
        {
            values["CapacityProviderName"] = provider;
        }

        return values;
    }

    /// <summary>How to change a value on which other parts of the deployment rely; null for one on which none does.</summary>
    private static string? MendOf(string name) =>
        name switch
        {
            "ImageUri" => "choose the image by imageTag.",
            "RepositoryName" => "the image lies there; leave it out.",
            "Architecture" =>
                "build the image for it and deploy serverless.template with its parameter BridgeArchitecture.",
            "ClusterName" =>
                "deploy serverless.template with its parameter ClusterName, so that bridges are run there.",
            "CapacityProviderName" =>
                "deploy serverless.template with its parameter CapacityProvider, so that bridges are run by it.",
            _ => null,
        };
}
