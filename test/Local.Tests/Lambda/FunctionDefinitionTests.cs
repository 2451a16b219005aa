using SonicBridge.Local.Deployment;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Tests.Lambda;

public sealed class FunctionDefinitionTests
{
    private const string Template = """
        {
          "Resources": {
            "CallBucket": { "Type": "AWS::S3::Bucket", "Properties": { "BucketName": "calls" } },
            "NextPrompt": {
              "Type": "AWS::Serverless::Function",
              "Properties": {
                "FunctionName": "next-prompt",
                "Handler": "SonicBridge.Steps",
                "Timeout": 8,
                "MemorySize": 256,
                "ReservedConcurrentExecutions": 5,
                "Environment": {
                  "Variables": { "ANNOTATIONS_HANDLER": "NextPrompt", "CALL_BUCKET": { "Ref": "CallBucket" } }
                }
              }
            },
            "Bare": { "Type": "AWS::Serverless::Function", "Properties": { "FunctionName": "bare" } }
          }
        }
        """;

    private readonly StackTemplate _template = new(Template, "000000000000", "us-east-1", "local");

    [Fact]
    public void Settings_are_those_of_the_template()
    {
        var function = FunctionDefinition.From(_template, "NextPrompt", "/app/bootstrap");

        function.Name.ShouldBe("next-prompt");
        function.Executable.ShouldBe("/app/bootstrap");
        function.Handler.ShouldBe("SonicBridge.Steps");
        function.Timeout.ShouldBe(TimeSpan.FromSeconds(8));
        function.Memory.ShouldBe(256);
        function.Concurrency.ShouldBe(5);
        function.Environment["ANNOTATIONS_HANDLER"].ShouldBe("NextPrompt");
        function.Environment["CALL_BUCKET"].ShouldBe("calls");
    }

    [Fact]
    public void What_the_template_leaves_out_is_as_Lambda_has_it()
    {
        var function = FunctionDefinition.From(_template, "Bare", "/app/bootstrap");

        function.Timeout.ShouldBe(TimeSpan.FromSeconds(3));
        function.Memory.ShouldBe(128);
        function.Environment.ShouldBeEmpty();
    }
}
