using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>What a policy's resource looks like once CloudFormation has filled it in.</summary>
internal static partial class Arn
{
    // One of each type; what stands for names is a letter.
    private static readonly Dictionary<string, string> s_byType = new()
    {
        ["AWS::S3::Bucket"] = "arn:p:s3:::b",
        ["AWS::KMS::Key"] = "arn:p:kms:r:a:key/k",
        ["AWS::Serverless::Function"] = "arn:p:lambda:r:a:function:f",
        ["AWS::StepFunctions::StateMachine"] = "arn:p:states:r:a:stateMachine:m",
        ["AWS::Logs::LogGroup"] = "arn:p:logs:r:a:log-group:g:*",
        ["AWS::IAM::Role"] = "arn:p:iam::a:role/r",
        ["AWS::ECR::Repository"] = "arn:p:ecr:r:a:repository/r",
        ["AWS::ECS::Cluster"] = "arn:p:ecs:r:a:cluster/c",
        ["AWS::SQS::Queue"] = "arn:p:sqs:r:a:q",
        ["AWS::SNS::Topic"] = "arn:p:sns:r:a:t",
    };

    /// <param name="resource">As the statement has it.</param>
    /// <param name="resources">The template's resources.</param>
    public static string Of(JsonNode resource, JsonNode resources) =>
        resource switch
        {
            JsonObject o when o["Fn::GetAtt"] is JsonArray attribute => OfResource((string)attribute[0]!, resources),
            JsonObject o when o["Ref"] is { } id => OfResource((string)id!, resources),
            JsonObject o when o["Fn::Sub"] is JsonValue text => Variable()
                .Replace(
                    (string)text!,
                    match =>
                        match.Groups["attribute"].Value == ".Arn"
                            ? OfResource(match.Groups["id"].Value, resources)
                            : "x"
                ),
            _ => resource.ToString(),
        };

    /// <summary>A text with its variables filled in: those of CloudFormation by the longest there are, others by a length.</summary>
    public static string Fill(string text, int length) =>
        Variable()
            .Replace(
                text,
                match =>
                    match.Groups["id"].Value switch
                    {
                        "AWS::Partition" => "aws-us-gov",
                        "AWS::Region" => "ap-southeast-1",
                        "AWS::AccountId" => "123456789012",
                        _ => new string('x', length),
                    }
            );

    private static string OfResource(string id, JsonNode resources)
    {
        var type = (string)resources[id].ShouldNotBeNull($"{id} is no resource of the template.")["Type"]!;
        return s_byType.GetValueOrDefault(type)
            ?? throw new InvalidOperationException($"What does the ARN of {type} look like? Say it in {nameof(Arn)}.");
    }

    [GeneratedRegex(@"\$\{(?<id>[\w:]+)(?<attribute>\.\w+)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
