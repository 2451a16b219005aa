using System.Reflection;
using Amazon.Lambda.Annotations;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Steps.Tests.Template;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>
/// Each function's role allows the requests that its code can make, and no other. Both sides are derived: one from the
/// built code, method by method, the other from the template.
/// </summary>
public sealed class FunctionPermissionsTests
{
    private static readonly Assembly s_steps = typeof(StartCallFunction).Assembly;
    private static readonly Assembly s_contracts = typeof(CallStore).Assembly;

    private static readonly Dictionary<string, MethodInfo> s_functions = (
        from type in s_steps.GetTypes()
        from method in type.GetMethods()
        where method.GetCustomAttribute<LambdaFunctionAttribute>() is not null
        select method
    ).ToDictionary(method => method.Name);

    public static TheoryData<string> Functions() => [.. s_functions.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_role_allows_every_request_that_the_code_makes_and_no_other(string function) =>
        Required(function).ShouldBeAllowedBy(RoleOf(function));

    [Fact]
    public void A_function_writes_its_own_log_and_no_other()
    {
        foreach (var function in s_functions.Keys)
        {
            RoleOf(function)
                .Statements.Single(statement => statement.Actions.Contains("logs:PutLogEvents"))
                .Resources.ShouldBe(["{\"Fn::GetAtt\":[\"" + function + "Logs\",\"Arn\"]}"], function);
        }
    }

    private static Role RoleOf(string function) =>
        Role.Named(s_functions[function].GetCustomAttribute<LambdaFunctionAttribute>()!.Role[1..]);

    private static IEnumerable<string> Required(string function)
    {
        var method = s_functions[function];
        var code = new ReachableCode(
            [s_steps, s_contracts],
            [method, method.DeclaringType!.GetConstructor(Type.EmptyTypes)!]
        );
        return RequiredPermissions.Of(code).Concat(OfTheResource(function));
    }

    /// <summary>What Lambda does in the function's name.</summary>
    private static IEnumerable<string> OfTheResource(string function)
    {
        var properties = DeployedTemplate.Read()["Resources"]![$"{function}Function"]!["Properties"]!;
        string[] log = ["logs:CreateLogStream", "logs:PutLogEvents"];
        string[] trace =
            (string?)properties["Tracing"] == "Active" ? ["xray:PutTraceSegments", "xray:PutTelemetryRecords"] : [];
        string[] dead = (string?)properties["DeadLetterQueue"]?["Type"] switch
        {
            "SQS" => ["sqs:SendMessage"],
            "SNS" => ["sns:Publish"],
            _ => [],
        };
        return [.. log, .. trace, .. dead];
    }
}
