using System.Text.Json.Nodes;

namespace SonicBridge.Local.Deployment;

/// <summary>The names and ARNs that resources get when they are deployed.</summary>
internal sealed class PhysicalNames(JsonObject resources, string account, string region, string stackName)
{
    private static readonly Dictionary<string, string> NameProperties = new()
    {
        ["AWS::Serverless::Function"] = "FunctionName",
        ["AWS::StepFunctions::StateMachine"] = "StateMachineName",
        ["AWS::S3::Bucket"] = "BucketName",
        ["AWS::Logs::LogGroup"] = "LogGroupName",
        ["AWS::KMS::Key"] = "KeyId",
        ["AWS::ECR::Repository"] = "RepositoryName",
    };

    /// <summary>Pseudo parameters, such as <c>AWS::Region</c>.</summary>
    public string? Pseudo(string name) =>
        name switch
        {
            "AWS::AccountId" => account,
            "AWS::Region" => region,
            "AWS::Partition" => "aws",
            "AWS::StackName" => stackName,
            "AWS::URLSuffix" => "amazonaws.com",
            _ => null,
        };

    public bool IsResource(string logicalId) => resources.ContainsKey(logicalId);

    public string Reference(string logicalId) =>
        TypeOf(logicalId) is "AWS::StepFunctions::StateMachine" ? Arn(logicalId) : Name(logicalId);

    public string Arn(string logicalId) =>
        TypeOf(logicalId) switch
        {
            "AWS::Serverless::Function" => $"arn:aws:lambda:{region}:{account}:function:{Name(logicalId)}",
            "AWS::StepFunctions::StateMachine" => $"arn:aws:states:{region}:{account}:stateMachine:{Name(logicalId)}",
            "AWS::S3::Bucket" => $"arn:aws:s3:::{Name(logicalId)}",
            "AWS::IAM::Role" => $"arn:aws:iam::{account}:role/{Name(logicalId)}",
            "AWS::KMS::Key" => $"arn:aws:kms:{region}:{account}:key/{Name(logicalId)}",
            "AWS::Logs::LogGroup" => $"arn:aws:logs:{region}:{account}:log-group:{Name(logicalId)}:*",
            "AWS::ECR::Repository" => $"arn:aws:ecr:{region}:{account}:repository/{Name(logicalId)}",
            var type => throw new StackTemplateException(
                $"The ARN of '{logicalId}' is not known here: it is of type {type}."
            ),
        };

    /// <summary>By which an ECR repository is pulled from.</summary>
    public string RepositoryUri(string logicalId) =>
        TypeOf(logicalId) == "AWS::ECR::Repository"
            ? $"{account}.dkr.ecr.{region}.amazonaws.com/{Name(logicalId)}"
            : throw new StackTemplateException($"'{logicalId}' is no ECR repository and has no RepositoryUri.");

    private string TypeOf(string logicalId) =>
        (string?)resources[logicalId]?["Type"]
        ?? throw new StackTemplateException($"'{logicalId}' is not a resource of the template.");

    // A name that is worked out by a function would differ from account to account; the local one is as good.
    private string Name(string logicalId) =>
        NameProperties.TryGetValue(TypeOf(logicalId), out var property)
        && resources[logicalId]!["Properties"]?[property] is JsonValue name
        && name.TryGetValue<string>(out var literal)
            ? literal
            : $"{stackName}-{logicalId}".ToLowerInvariant();
}
