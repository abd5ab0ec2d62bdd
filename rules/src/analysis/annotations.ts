import type { TSESTree } from "@typescript-eslint/types";
import { ancestors, isClass, nameOf, unwrap, type ClassNode, type Node } from "./ast.ts";
import { variableOf } from "./variables.ts";

/** The type that a name, a field or a property is written with in this file; null where none is. */
export function annotationOf(node: Node): TSESTree.TypeNode | null {
  const at = unwrap(node);
  if (at.type === "Identifier") {
    const name = variableOf(at)?.defs[0]?.name as Node | undefined;
    return name?.type === "Identifier" ? (name.typeAnnotation?.typeAnnotation ?? ofDestructured(name)) : null;
  }
  if (at.type !== "MemberExpression") return null;
  const name = nameOf(at);
  if (name === null) return null;
  if (unwrap(at.object).type === "ThisExpression") {
    const cls = [...ancestors(at)].find(isClass);
    return cls ? fieldType(cls, name) : null;
  }
  const whole = annotationOf(at.object);
  return whole && ofProperty(whole, name);
}

/** `{ listen }: { listen: ListenOptions }` */
function ofDestructured(name: Node): TSESTree.TypeNode | null {
  const property = name.parent?.type === "AssignmentPattern" ? name.parent.parent : name.parent;
  const pattern = property?.type === "Property" ? property.parent : null;
  const type = pattern?.type === "ObjectPattern" ? pattern.typeAnnotation?.typeAnnotation : undefined;
  const key = property?.type === "Property" ? nameOf(property) : null;
  return type && key !== null ? ofProperty(type, key) : null;
}

/** The type that a class gives a field, or the parameter of its constructor that becomes one. */
export function fieldType(cls: ClassNode, name: string): TSESTree.TypeNode | null {
  for (const each of cls.body.body) {
    if (
      (each.type === "PropertyDefinition" || each.type === "TSAbstractPropertyDefinition") &&
      nameOf(each) === name &&
      each.typeAnnotation
    )
      return each.typeAnnotation.typeAnnotation;
    if (each.type !== "MethodDefinition" || each.kind !== "constructor") continue;
    for (const parameter of each.value.params) {
      if (parameter.type !== "TSParameterProperty") continue;
      const target = parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.left : parameter.parameter;
      if (target.type === "Identifier" && target.name === name && target.typeAnnotation)
        return target.typeAnnotation.typeAnnotation;
    }
  }
  return null;
}

function ofProperty(type: TSESTree.TypeNode, name: string): TSESTree.TypeNode | null {
  const found = membersOf(type)?.find((each) => each.type === "TSPropertySignature" && nameOf(each) === name);
  return found?.type === "TSPropertySignature" ? (found.typeAnnotation?.typeAnnotation ?? null) : null;
}

/** What a type written in this file has; null where it is written elsewhere, or is none of objects. */
export function membersOf(type: TSESTree.TypeNode, depth = 0): readonly Node[] | null {
  if (type.type === "TSTypeLiteral") return type.members;
  const declared = declarationOf(type);
  if (declared?.type === "TSInterfaceDeclaration") return declared.body.body;
  if (declared?.type === "TSTypeAliasDeclaration")
    return depth < 5 ? membersOf(declared.typeAnnotation, depth + 1) : null;
  return isClass(declared) ? declared.body.body : null;
}

/** The declaration in this file that a type's name refers to. */
export function declarationOf(type: TSESTree.TypeNode): Node | undefined {
  return type.type === "TSTypeReference" && type.typeName.type === "Identifier"
    ? (variableOf(type.typeName)?.defs[0]?.node as Node | undefined)
    : undefined;
}
