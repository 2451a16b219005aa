using SonicBridge.Local.Deployment;

namespace SonicBridge.Local.Tests.Deployment;

public sealed class StackTemplateTests
{
    private static StackTemplate Template(string property) =>
        new(
            $$"""
            {
              "Parameters": { "Voice": { "Type": "String", "Default": "matthew" }, "Key": { "Type": "String" } },
              "Conditions": { "Spoken": { "Fn::Not": [{ "Fn::Equals": [{ "Ref": "Voice" }, ""] }] } },
              "Resources": {
                "Calls": { "Type": "AWS::S3::Bucket" },
                "Start": { "Type": "AWS::Serverless::Function", "Properties": { "FunctionName": "start", "X": {{property}} } },
                "Call": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "StateMachineName": "call" } }
              }
            }
            """,
            "000000000000",
            "us-east-1",
            "Sonic"
        );

    [Theory]
    [InlineData("""{ "Ref": "Voice" }""", "matthew")]
    [InlineData("""{ "Ref": "Calls" }""", "sonic-calls")]
    [InlineData("""{ "Ref": "Start" }""", "start")]
    [InlineData("""{ "Ref": "Call" }""", "arn:aws:states:us-east-1:000000000000:stateMachine:call")]
    [InlineData("""{ "Fn::GetAtt": ["Start", "Arn"] }""", "arn:aws:lambda:us-east-1:000000000000:function:start")]
    [InlineData(
        """{ "Fn::Sub": "${Calls.Arn}/${AWS::Region}/${!left}" }""",
        "arn:aws:s3:::sonic-calls/us-east-1/${left}"
    )]
    [InlineData("""{ "Fn::If": ["Spoken", { "Ref": "Voice" }, "none"] }""", "matthew")]
    [InlineData("""{ "Fn::Join": ["-", ["a", { "Ref": "Voice" }]] }""", "a-matthew")]
    public void Intrinsic_functions_come_out_as_a_deployment_would_have_them(string property, string expected) =>
        ((string?)Template(property).Property("Start", "X")).ShouldBe(expected);

    [Fact]
    public void No_value_takes_a_member_away() =>
        Template("""{ "A": 1, "B": { "Ref": "AWS::NoValue" } }""")
            .Property("Start", "X")!
            .ToJsonString()
            .ShouldBe("""{"A":1}""");

    [Theory]
    [InlineData("""{ "Ref": "Nobody" }""", "Nobody")]
    [InlineData("""{ "Ref": "Key" }""", "Key")]
    [InlineData("""{ "Fn::ImportValue": "x" }""", "Fn::ImportValue")]
    public void What_is_not_known_is_refused_by_name(string property, string name) =>
        Should
            .Throw<StackTemplateException>(() => Template(property).Property("Start", "X"))
            .Message.ShouldContain(name);
}
