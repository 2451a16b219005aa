using System.IO.Enumeration;
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

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_role_allows_the_JSON_files_that_the_code_reads_and_writes_and_no_other(string function)
    {
        var role = RoleOf(function);
        var code = CodeOf(function);
        // A file that is named by a text in the code is out of this test's reach.
        var byPath = code.Methods.Any(method => method.Name is "ReadBytesAsync");

        var name = (string)
            DeployedTemplate.Read()["Resources"]![$"{function}Function"]!["Properties"]!["FunctionName"]!;

        ShouldBeAllowed(role, "s3:GetObject", JsonFiles.In(code, JsonFiles.Reading, name), byPath);
        ShouldBeAllowed(role, "s3:PutObject", JsonFiles.In(code, JsonFiles.Writing, name), byPath: false);
    }

    private static void ShouldBeAllowed(Role role, string action, IReadOnlyList<string> files, bool byPath)
    {
        var allowed = role
            .Statements.Where(statement => statement.Actions.Contains(action))
            .SelectMany(statement => statement.Resources)
            .Select(JsonFiles.PathIn)
            .OfType<string>()
            .ToList();

        files
            .Where(file => !allowed.Any(path => FileSystemName.MatchesSimpleExpression(path, file)))
            .ShouldBeEmpty($"{role.Id} lacks {action}.");
        if (!byPath)
        {
            allowed
                .Where(path => !path.Contains('*') && path.EndsWith(".json", StringComparison.Ordinal))
                .Except(files)
                .ShouldBeEmpty($"{role.Id} has {action} for what the code does not use.");
        }
    }

    private static Role RoleOf(string function) =>
        Role.Named(s_functions[function].GetCustomAttribute<LambdaFunctionAttribute>()!.Role[1..]);

    private static ReachableCode CodeOf(string function)
    {
        var method = s_functions[function];
        return new ReachableCode(
            [s_steps, s_contracts],
            [method, method.DeclaringType!.GetConstructor(Type.EmptyTypes)!]
        );
    }

    private static IEnumerable<string> Required(string function) =>
        RequiredPermissions.Of(CodeOf(function)).Concat(OfTheResource(function));

    /// <summary>What Lambda does in the function's name.</summary>
    private static IEnumerable<string> OfTheResource(string function)
    {
        var template = DeployedTemplate.Read();
        var properties = template["Resources"]![$"{function}Function"]!["Properties"]!;
        string[] log = ["logs:CreateLogStream", "logs:PutLogEvents"];
        string[] trace =
            (string?)(properties["Tracing"] ?? template["Globals"]?["Function"]?["Tracing"]) == "Active"
                ? ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
                : [];
        string[] dead = (string?)properties["DeadLetterQueue"]?["Type"] switch
        {
            // The queue is encrypted by a key of the stack's.
            "SQS" => ["sqs:SendMessage", "kms:GenerateDataKey", "kms:Decrypt"],
            "SNS" => ["sns:Publish"],
            _ => [],
        };
        return [.. log, .. trace, .. dead];
    }
}
