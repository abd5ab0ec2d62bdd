import type { TSESTree } from "@typescript-eslint/types";
import { declarationOf } from "../analysis/annotations.ts";
import { isPortName } from "./port-names.ts";

/** Whether something of a type may be a port number. A type from elsewhere may when it is called one. */
export function mayBePort(type: TSESTree.TypeNode, depth = 0): boolean {
  switch (type.type) {
    case "TSUnionType":
      return type.types.some(
        (each) => !/^TS(?:Null|Undefined|Void)Keyword$/.test(each.type) && mayBePort(each, depth + 1),
      );
    case "TSTypeLiteral":
    case "TSIntersectionType":
    case "TSArrayType":
    case "TSTupleType":
    case "TSFunctionType":
    case "TSMappedType":
    case "TSBooleanKeyword":
    case "TSObjectKeyword":
      return false;
    case "TSTypeReference": {
      const declared = declarationOf(type);
      if (declared?.type === "TSTypeAliasDeclaration" && depth < 5)
        return mayBePort(declared.typeAnnotation, depth + 1);
      if (declared?.type === "TSEnumDeclaration") return true;
      const name =
        type.typeName.type === "Identifier"
          ? type.typeName.name
          : type.typeName.type === "TSQualifiedName"
            ? type.typeName.right.name
            : "";
      return !declared || declared.type.startsWith("Import") ? isPortName(name) : false;
    }
    default:
      return true;
  }
}
