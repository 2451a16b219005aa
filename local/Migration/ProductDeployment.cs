using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Local.Deployment;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Migration;

/// <summary>
/// What <c>dotnet lambda deploy-serverless</c> and a push of the image leave in an account, as far as moto keeps it: roles,
/// functions with their settings, and the repository with the image.
/// </summary>
public sealed class ProductDeployment
{
    /// <summary>The repository of the bridge's image.</summary>
    public const string Repository = "nova-sonic-ecs-bridge";

    private const string ImageTag = "1";

    private readonly AccountClient _account;
    private readonly StackTemplate _template;

    /// <param name="door">Where the account is.</param>
    /// <param name="template">The product's template, with its parameters.</param>
    public ProductDeployment(DoorClient door, StackTemplate template)
    {
        _account = new AccountClient(door);
        _template = template;
    }

    /// <summary>Puts all of it into the account.</summary>
    /// <exception cref="AwsException">The account refuses something.</exception>
    public async Task DeployAsync(CancellationToken cancellationToken)
    {
        foreach (var role in _template.OfType("AWS::IAM::Role"))
        {
            var arn = _template.Arn(role);
            await _account.CreateRoleAsync(arn[(arn.LastIndexOf('/') + 1)..], ServiceOf(role), cancellationToken);
        }

        foreach (var function in _template.OfType("AWS::Serverless::Function"))
        {
            await CreateFunctionAsync(function, cancellationToken);
        }

        await PushImageAsync(cancellationToken);
    }

    private Task<JsonObject> CreateFunctionAsync(string logicalId, CancellationToken cancellationToken)
    {
        var function = FunctionDefinition.From(_template, logicalId, "");
        // The code runs on this machine; an account would hold the bootstrap that was built of it.
        var code = FargateFiles.Zip("bootstrap", Encoding.UTF8.GetBytes($"{function.Name} runs on this machine.\n"));
        return _account.LambdaAsync(
            HttpMethod.Post,
            "",
            new JsonObject
            {
                ["FunctionName"] = function.Name,
                ["Runtime"] = "provided.al2023",
                ["Handler"] = function.Handler,
                ["Role"] = _template.Property(logicalId, "Role")?.ToString(),
                ["Timeout"] = (int)function.Timeout.TotalSeconds,
                ["MemorySize"] = function.Memory,
                ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(code) },
                ["Environment"] = new JsonObject
                {
                    ["Variables"] = new JsonObject(
                        function.Environment.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))
                    ),
                },
            },
            cancellationToken
        );
    }

    private async Task PushImageAsync(CancellationToken cancellationToken)
    {
        await _account.EcrAsync(
            "CreateRepository",
            new JsonObject { ["repositoryName"] = Repository },
            cancellationToken
        );
        var manifest = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = "application/vnd.docker.distribution.manifest.v2+json",
            ["config"] = new JsonObject
            {
                ["mediaType"] = "application/vnd.docker.container.image.v1+json",
                ["size"] = 2,
                ["digest"] = $"sha256:{new string('0', 64)}",
            },
            ["layers"] = new JsonArray(),
        };
        await _account.EcrAsync(
            "PutImage",
            new JsonObject
            {
                ["repositoryName"] = Repository,
                ["imageManifest"] = manifest.ToJsonString(),
                ["imageTag"] = ImageTag,
            },
            cancellationToken
        );
    }

    private string ServiceOf(string role)
    {
        var trust = _template.Property(role, "AssumeRolePolicyDocument");
        return trust?["Statement"]?[0]?["Principal"]?["Service"]?.ToString() ?? "lambda.amazonaws.com";
    }
}
